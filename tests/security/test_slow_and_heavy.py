"""A few connections that send slowly, or far too much, take nothing from anybody else."""

import socket
import time
import urllib.request
from collections.abc import Iterator
from contextlib import ExitStack, suppress
from pathlib import Path

import pytest

from tests.serving import RunningServer
from walkalong.config import bodies
from walkalong.config.asgi import PAGE_THREADS

pytestmark = pytest.mark.server

BEGUN = (
    b"POST /accounts/login/ HTTP/1.1\r\nHost: 127.0.0.1\r\n"
    b"Content-Type: application/x-www-form-urlencoded\r\nContent-Length: %d\r\n\r\nemail=a"
)


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningServer]:
    running = RunningServer(Path(tmp_path_factory.mktemp("heavy")) / "data").start()
    yield running
    running.stop()


def connect(server: RunningServer) -> socket.socket:
    return socket.create_connection(("127.0.0.1", server.port), timeout=60)


def send_what_is_taken(connection: socket.socket, heavy: bytes) -> None:
    with suppress(ConnectionError):  # it may hang up before all of it was sent
        connection.sendall(heavy)


def test_slow_senders_hold_no_pages_thread(server: RunningServer) -> None:
    urllib.request.urlopen(f"{server.url}/accounts/login/", timeout=60).close()  # only the first is slow
    with ExitStack() as open_still:
        for _ in range(PAGE_THREADS * 3):
            slow = open_still.enter_context(connect(server))
            slow.sendall(BEGUN % 5000)
        time.sleep(0.3)
        with urllib.request.urlopen(f"{server.url}/accounts/login/", timeout=bodies.IDLE_SECONDS - 5) as page:
            assert page.status == 200


@pytest.mark.parametrize(
    ("said", "status"),
    [(b"Content-Length: %d" % (bodies.LARGEST + 1), b"413"), (b"Transfer-Encoding: chunked", b"403")],
)
def test_a_body_that_is_far_too_large_is_refused_with_a_page(
    server: RunningServer, said: bytes, status: bytes
) -> None:
    with connect(server) as heavy:
        heavy.sendall(b"POST /accounts/login/ HTTP/1.1\r\nHost: 127.0.0.1\r\n" + said + b"\r\n\r\n")
        if b"chunked" in said:
            send_what_is_taken(heavy, b"50000\r\n" + b"a" * 0x50000 + b"\r\n")  # a stranger's
        assert heavy.recv(100).startswith(b"HTTP/1.1 " + status)


def test_strangers_take_no_turn_from_those_who_send_pictures(server: RunningServer) -> None:
    with ExitStack() as open_still:
        slow = [open_still.enter_context(connect(server)) for _ in range(bodies.LARGE_AT_ONCE)]
        for each in slow:
            send_what_is_taken(each, BEGUN % bodies.LARGEST + b"a" * (bodies.SMALL + 70_000))
        for each in slow:
            assert each.recv(100).startswith(b"HTTP/1.1 403")


def test_what_the_server_writes_is_for_its_owner_alone(server: RunningServer) -> None:
    for path in [server.data_dir, *server.data_dir.glob("*.sqlite3*"), *server.data_dir.glob("outbox/*")]:
        assert path.stat().st_mode & 0o077 == 0, path.name
