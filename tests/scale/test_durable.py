"""What a sender saw as sent is on the disk, once, whatever happens to the server."""

import json
import random
import re
import subprocess
import sys
import threading
from pathlib import Path
from uuid import UUID, uuid4

import pytest
import requests
from websockets.sync.client import connect

from tests import needs
from tests.serving import RunningServer
from tests.speaking import PATIENCE, Speaker

pytestmark = pytest.mark.server

KILLS = 12
READ = """
import django; django.setup()
import json, sys
from walkalong.conversation.models import Message
print(json.dumps([m.body for m in Message.objects.filter(match=sys.argv[1]).order_by("seq")]))
"""


def words_in(server: RunningServer, match_id: UUID) -> list[str]:
    done = subprocess.run(
        [sys.executable, "-c", READ, str(match_id)],
        env={
            **server.environment,
            "WALKALONG_DEMO": "1",
            "DJANGO_SETTINGS_MODULE": "walkalong.config.settings",
        },
        cwd=needs.ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    return json.loads(done.stdout)  # type: ignore[no-any-return]


def test_kill_9_loses_no_message_that_was_seen_as_sent_and_makes_none_twice(tmp_path: Path) -> None:
    server = RunningServer(
        tmp_path / "data",
        environment={"WALKALONG_MESSAGES_PER_MINUTE": "100000", "WALKALONG_LOG_LEVEL": "ERROR"},
    ).start()
    maya = Speaker(server.url, "Maya")
    chance = random.Random(7)  # noqa: S311
    acknowledged: list[str] = []
    waiting: tuple[str, UUID] | None = None

    for round_number in range(KILLS):
        killer = threading.Timer(chance.uniform(0.0, 0.75), server.kill)
        before = len(acknowledged)
        try:
            while True:
                # like the browser's queue: what was not acknowledged goes again under the id it has
                body, client_id = waiting or (f"round {round_number}, {uuid4()}", uuid4())
                waiting = (body, client_id)
                if len(acknowledged) == before + 2:  # it is up and at work, however long that took
                    killer.start()
                answer = maya.send(body, client_id)
                assert answer.status_code in (200, 201), answer.text[:500]
                acknowledged.append(body)
                waiting = None
        except requests.RequestException:
            if killer.ident is None:
                killer.start()
        killer.join()
        server.start()
    if waiting:
        assert maya.send(*waiting).ok
        acknowledged.append(waiting[0])
    server.stop()

    kept = [body for body in words_in(server, maya.match_id) if body.startswith("round ")]
    assert len(acknowledged) > KILLS
    assert kept == acknowledged  # all of them, each once, in the order they were sent


def test_the_disk_has_the_words_before_the_sender_and_the_other_side_hear_of_them(tmp_path: Path) -> None:
    """A killed process proves nothing about the disk, so the system calls are watched."""
    calls = tmp_path / "calls"
    strace = needs.program("strace")
    watched = "trace=fdatasync,fsync,pwrite64,write,writev,sendto,sendmsg"
    server = RunningServer(
        tmp_path / "data",
        wrapper=(strace, "-f", "-y", "-s", "4000", "-e", watched, "-o", str(calls)),
        environment={"WALKALONG_WORKER_IN_PROCESS": "false"},
    ).start()
    maya = Speaker(server.url, "Maya")
    jonas = Speaker(server.url, "Jonas", maya.match_id)
    topic = f"match:{maya.match_id}"
    with connect(
        server.url.replace("http", "ws") + "/live/",
        additional_headers={"Cookie": jonas.cookies, "Origin": server.url},
        compression=None,
    ) as socket:
        socket.send(json.dumps({"topic": topic, "since": None}))
        while json.loads(socket.recv(timeout=PATIENCE)).get("type") != "conversation":
            pass
        marker = uuid4()
        assert maya.send(f"can you hear me {marker}", marker).status_code in (200, 201)
        while str(marker) not in socket.recv(timeout=PATIENCE):
            pass
    server.stop()

    lines = calls.read_text(errors="replace").splitlines()
    answer = _first(lines, rf"(write|writev|sendto|sendmsg)\(.*{marker}", 0)
    status = max(i for i in range(answer + 1) if re.search(r'"HTTP/1\.1 20[01]', lines[i]))
    pushed = _first(lines, r"(write|writev|sendto|sendmsg)\(.*can you hear me", 0)
    journal = max(i for i in range(min(status, pushed)) if re.search(r"pwrite64\(\d+<[^>]*-wal>", lines[i]))
    synced = _first(lines, r"(fdatasync\(\d+<[^>]*-wal>\)\s+= 0|fdatasync resumed>\)\s+= 0)", journal)
    assert journal < synced < min(status, pushed)


def _first(lines: list[str], pattern: str, begin: int) -> int:
    found = next((i for i in range(begin, len(lines)) if re.search(pattern, lines[i])), None)
    assert found is not None, f"nothing like {pattern} among {len(lines)} calls"
    return found
