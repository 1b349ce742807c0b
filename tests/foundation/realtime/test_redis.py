"""The same hub over Redis: two hubs stand for two processes."""

import asyncio
import os
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any
from urllib.parse import urlsplit

import pytest

from tests.foundation.realtime.conftest import TOPIC, Notes, in_page_thread
from walkalong.foundation import realtime
from walkalong.foundation.realtime import running
from walkalong.foundation.realtime import socket as socket_module
from walkalong.foundation.realtime.hub import Hub
from walkalong.foundation.realtime.testing import client, serving

REDIS = os.environ.get("TEST_REDIS_URL", "redis://127.0.0.1:6379/9")
Pair = tuple[Any, str, Any, str]


def redis_answers() -> bool:
    address = urlsplit(REDIS)
    try:
        socket.create_connection((address.hostname or "127.0.0.1", address.port or 6379), 1).close()
    except OSError:
        return False
    return True


pytestmark = [
    pytest.mark.redis,
    pytest.mark.skipif(not redis_answers(), reason="no Redis answers (TEST_REDIS_URL names another)"),
]


@pytest.fixture(autouse=True)
def over_redis(settings: Any) -> None:
    settings.REDIS_URL = REDIS


@asynccontextmanager
async def another_process() -> AsyncIterator[None]:
    """Publish from a hub that is not the one the sockets are at."""
    mine, other = running._hub, Hub()
    await other.start()
    running._hub = other
    try:
        yield
    finally:
        running._hub = mine
        await other.stop()


def write(notes: Notes, text: str) -> None:
    notes.written[TOPIC].append(text)
    realtime.publish(TOPIC, {"type": "note"})


def test_what_another_process_writes_arrives_here(pair: Pair, notes: Notes) -> None:
    async def story() -> list[str]:
        async with serving(), client(pair[3]) as jonas:
            jonas.follow(TOPIC, since=0)
            await jonas.next(type="ready")
            await asyncio.sleep(0.3)
            async with another_process():
                for number in range(10):
                    await in_page_thread(write)(notes, str(number))
                return [(await jonas.next(type="note"))["text"] for _ in range(10)]

    assert asyncio.run(story()) == [str(number) for number in range(10)]


def test_another_process_drops_a_socket_here(pair: Pair) -> None:
    async def story() -> str:
        async with serving(), client(pair[3]) as jonas:
            await jonas.next(type="ready")
            async with another_process():
                await in_page_thread(realtime.drop)(person_id=pair[2].pk)
                return str((await jonas.next(type="bye"))["why"])

    assert asyncio.run(story()) == "changed"


def test_a_worker_without_sockets_can_publish(
    pair: Pair, notes: Notes, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def story() -> str:
        async with serving(), client(pair[3]) as jonas:
            jonas.follow(TOPIC, since=0)
            await jonas.next(type="ready")
            await asyncio.sleep(0.3)
            with monkeypatch.context() as worker:
                worker.setattr(running, "_hub", None)
                await in_page_thread(write)(notes, "from a job")
                return str((await jonas.next(type="note"))["text"])

    assert asyncio.run(story()) == "from a job"


def test_another_installation_on_the_same_redis_is_not_heard(pair: Pair, notes: Notes, settings: Any) -> None:
    async def story() -> list[Any]:
        async with serving(), client(pair[3]) as jonas:
            jonas.follow(TOPIC, since=0)
            await jonas.next(type="ready")
            await asyncio.sleep(0.3)
            settings.SECRET_KEY = "another installation's key"
            async with another_process():
                await in_page_thread(write)(notes, "elsewhere")
                return await jonas.frames_within(0.5)

    assert asyncio.run(story()) == []


def test_typing_crosses_processes(pair: Pair) -> None:
    async def story() -> str:
        async with serving(), client(pair[3]) as jonas:
            jonas.follow(TOPIC)
            await jonas.next(type="ready")
            await asyncio.sleep(0.3)
            async with another_process(), client(pair[1]) as maya:
                maya.follow(TOPIC)
                await maya.next(type="ready")
                await asyncio.sleep(0.3)
                maya.say({"topic": TOPIC, "type": "typing"})
                return str((await jonas.next(type="typing"))["type"])

    assert asyncio.run(story()) == "typing"


def test_without_redis_answering_sockets_still_open_and_reconcile(
    pair: Pair, notes: Notes, settings: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.REDIS_URL = "redis://127.0.0.1:1/0"
    monkeypatch.setattr(socket_module, "RECONCILE_SECONDS", 1.0)

    async def story() -> str:
        async with serving(), client(pair[3]) as jonas:
            jonas.follow(TOPIC, since=0)
            await jonas.next(type="ready")
            await in_page_thread(write)(notes, "later")
            return str((await jonas.next(type="note"))["text"])

    assert asyncio.run(story()) == "later"
