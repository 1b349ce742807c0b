"""S11 and S14: nothing finds out where somebody is, and nothing people write leaves for anybody else."""

import ipaddress
import re
import socket
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from django.db import transaction
from django.test import Client

from tests.security.test_every_url import METHODS
from tests.security.world import World, addresses, make_world
from walkalong.conversation.services import choose_companion
from walkalong.foundation.jobs.testing import run_everything_due

ROOT = Path(__file__).resolve().parents[2] / "walkalong"
OURS = [
    file
    for file in ROOT.rglob("*")
    if file.suffix in {".js", ".html", ".py", ".css"} and "vendor" not in file.parts
]


@pytest.fixture
def world(db: None) -> World:
    return make_world()


class Outbound(AssertionError):
    """Something asked the network for more than this machine."""


@pytest.fixture
def only_this_machine(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Every connection and every name asked for, but to this machine, fails and is written down."""
    asked: list[str] = []
    connect, connect_ex, look_up = socket.socket.connect, socket.socket.connect_ex, socket.getaddrinfo

    def is_near(address: Any) -> bool:
        host = address[0] if isinstance(address, tuple) else ""
        try:
            return (
                isinstance(address, str | bytes)
                or host == "localhost"
                or ipaddress.ip_address(host).is_loopback
            )
        except ValueError:
            return False

    def guarded(real: Any) -> Any:
        def call(self: socket.socket, address: Any) -> Any:
            if not is_near(address):
                asked.append(str(address))
                raise Outbound(address)
            return real(self, address)

        return call

    def look(host: Any, *args: Any, **kwargs: Any) -> Any:
        if host is not None and not is_near((host,)):
            asked.append(str(host))
            raise Outbound(host)
        return look_up(host, *args, **kwargs)

    monkeypatch.setattr(socket.socket, "connect", guarded(connect))
    monkeypatch.setattr(socket.socket, "connect_ex", guarded(connect_ex))
    monkeypatch.setattr(socket, "getaddrinfo", look)
    return asked


def test_s14_the_guard_itself_notices(only_this_machine: list[str]) -> None:
    with pytest.raises(Outbound):
        socket.create_connection(("192.0.2.1", 80), timeout=1)
    with pytest.raises(Outbound):
        socket.getaddrinfo("example.org", 443)
    assert only_this_machine == ["192.0.2.1", "example.org"]


def test_s14_no_page_act_or_job_of_the_product_asks_the_network(
    world: World, only_this_machine: list[str]
) -> None:
    for address in addresses():
        for method in METHODS:
            for role in ("stranger", "mentee", "mentor", "staff"):
                with transaction.atomic():
                    world.client(role).generic(method, world.path(address))
                    transaction.set_rollback(True)
    assert only_this_machine == []


def test_s14_what_is_written_read_by_the_companion_and_told_stays_here(
    world: World, only_this_machine: list[str]
) -> None:
    pair = world.match
    choose_companion(by=pair.mentor, on=True)
    mentor = world.client("mentor")
    sent = {"body": "see https://example.org/page", "client_id": uuid4(), "author": pair.mentor.pk}
    assert mentor.post(f"/with/{pair.pk}/send/", sent).status_code == 303
    read = mentor.post(f"/with/{pair.pk}/companion/", {"draft": "You should leave him."})
    assert read.json()["marks"]
    assert mentor.get(f"/with/{pair.pk}/").status_code == 200
    Client().post("/accounts/login/", {"email": pair.mentee.email})
    run_everything_due(raising=False)
    assert only_this_machine == []


def test_s14_pages_load_nothing_from_anywhere_else() -> None:
    elsewhere = re.compile(
        r"""(?:src|srcset|action|data-\w+-url)=["'](?:https?:)?//|@import|url\(["']?(?:https?:)?//"""
    )
    calls = re.compile(
        r"""(?:fetch|import|sendBeacon|EventSource|XMLHttpRequest|WebSocket)\(\s*["'`](?:https?|wss?):"""
    )
    found = [
        file.name
        for file in OURS
        if file.suffix != ".py" and (elsewhere.search(file.read_text()) or calls.search(file.read_text()))
    ]
    assert found == []


def test_s14_the_pages_may_speak_to_their_own_server_only(world: World) -> None:
    policy = world.client("mentee").get("/").headers["Content-Security-Policy"]
    allowed = set(policy.replace(";", " ").split())
    assert {word for word in allowed if ":" in word or "*" in word or "." in word} == {"data:", "blob:"}
    assert "'unsafe-inline'" not in allowed
    assert "'unsafe-eval'" not in allowed
    assert "default-src 'none'" in policy


LOCATING = re.compile(
    r"geolocation|watchPosition|getCurrentPosition|Accelerometer|geoip|maxmind|x-real-ip", re.I
)
SAYS_NO = {("middleware.py", "geolocation")}  # the header that forbids it


def test_s11_nothing_asks_a_device_or_a_service_where_somebody_is() -> None:
    found = {(file.name, hit.lower()) for file in OURS for hit in LOCATING.findall(file.read_text())}
    assert found - SAYS_NO - {("demo.py", "x-real-ip")} == set()


@pytest.mark.parametrize("role", ["stranger", "mentee", "mentor", "staff"])
def test_s11_every_page_forbids_the_browser_to_locate(role: str, world: World) -> None:
    for path in ("/", "/help/", "/accounts/login/", f"/with/{world.match.pk}/", "/no-such-page/"):
        policy = world.client(role).get(path).headers["Permissions-Policy"]
        assert "geolocation=()" in policy


def test_s11_where_somebody_is_now_is_what_they_typed(world: World) -> None:
    """No request writes a place: only the form a person sends does, and it is sealed."""
    from walkalong.people.models import SealedFacts

    client = world.client("mentee")
    client.get("/me/sealed/", headers={"CF-IPCountry": "FR", "X-AppEngine-City": "Lyon"})
    assert not SealedFacts.objects.filter(person=world.match.mentee).exists()
