"""Sockets that misbehave, and a server that cannot serve them."""

import asyncio
from typing import Any

import pytest

from tests.foundation.realtime.conftest import TOPIC, Notes, in_page_thread
from walkalong.foundation import realtime
from walkalong.foundation.realtime import hub as hub_module
from walkalong.foundation.realtime import limits, running
from walkalong.foundation.realtime import socket as socket_module
from walkalong.foundation.realtime.testing import client, serving

Pair = tuple[Any, str, Any, str]


def write(notes: Notes, text: str, topic: str = TOPIC) -> None:
    """As a service does: in a page's thread."""
    notes.written[topic].append(text)
    realtime.publish(topic, {"type": "note"})


STRANGE: list[Any] = ["", "{", "[]", "null", "7", '"x"', "[" * 9000, b"\x00", {"topic": 7}, "x" * 20_000]


def test_what_cannot_be_understood_is_answered_and_harmless(pair: Pair, notes: Notes) -> None:
    async def story() -> None:
        async with serving(), client(pair[1]) as maya:
            await maya.next(type="ready")
            for frame in [*STRANGE, {"topic": None, "type": []}]:
                maya.say(frame)
                assert (await maya.next())["type"] == "error", frame
            maya.say({"type": "ping"})
            assert await maya.next() == {"type": "pong"}

    asyncio.run(story())


def test_a_strange_number_counts_as_knowing_nothing(pair: Pair, notes: Notes) -> None:
    async def story() -> None:
        async with serving(), client(pair[1]) as maya:
            for since in ("1", -1, 2**70, True, 1.5, {}, []):
                notes.looks.clear()
                maya.say({"topic": TOPIC, "since": since})
                while not notes.looks:  # noqa: ASYNC110
                    await asyncio.sleep(0.01)
                assert notes.looks[0][2] is None, since
            await in_page_thread(write)(notes, "after")
            await maya.next(type="note")

    asyncio.run(story())


def test_too_many_frames_are_said_once_and_a_flood_ends_the_socket(pair: Pair) -> None:
    async def story() -> None:
        async with serving(), client(pair[1]) as maya:
            await maya.next(type="ready")
            for _ in range(int(limits.BURST) + 20):
                maya.say({"type": "ping"})
            frames = await maya.frames_within(0.3)
            assert sum(frame["type"] == "error" for frame in frames) == 1
            for _ in range(limits.PATIENCE + 50):
                maya.say({"type": "ping"})
            assert (await maya.next(type="bye"))["why"] == "too_much"
            assert await maya.closed() == 4429

    asyncio.run(story())


def test_the_oldest_of_too_many_tabs_is_let_go(pair: Pair, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(hub_module, "SOCKETS_A_PERSON", 2)

    async def story() -> None:
        async with serving(), client(pair[1]) as oldest:
            await oldest.next(type="ready")
            async with client(pair[1]) as second, client(pair[1]) as third:
                await second.next(type="ready")
                await third.next(type="ready")
                assert (await oldest.next(type="bye"))["why"] == "elsewhere"

    asyncio.run(story())


def test_who_reads_too_slowly_is_let_go_and_harms_nobody(
    pair: Pair, notes: Notes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(socket_module, "MOST_WAITING_FRAMES", 20)

    async def story() -> None:
        async with serving(), client(pair[1]) as slow, client(pair[3]) as jonas:
            for each in (slow, jonas):
                each.follow(TOPIC, since=0)
                await each.next(type="ready")
            slow.reads.clear()
            for number in range(60):
                await in_page_thread(write)(notes, str(number))
                assert (await jonas.next(type="note"))["text"] == str(number)
            assert await slow.closed() == 1006  # not even a goodbye could be written
            hub = running.hub()
            assert hub is not None
            assert {socket.person_id for socket in hub.sockets} == {str(pair[2].pk)}

    asyncio.run(story())


def test_a_stream_that_fails_says_no_words_in_the_log_and_heals(
    pair: Pair, notes: Notes, caplog: pytest.LogCaptureFixture
) -> None:
    async def story() -> None:
        async with serving(), client(pair[1]) as maya:
            await maya.next(type="ready")
            notes.broken = True
            maya.follow(TOPIC, since=0)
            await asyncio.sleep(0.2)
            notes.broken = False
            await in_page_thread(write)(notes, "healed")
            assert (await maya.next(type="note"))["text"] == "healed"

    with caplog.at_level("WARNING", logger="walkalong.foundation.realtime"):
        asyncio.run(story())
    assert "a live stream failed" in caplog.text
    assert "secret words" not in caplog.text


def test_at_the_end_everybody_hears_goodbye(pair: Pair) -> None:
    async def story() -> Any:
        async with serving():
            other = client(pair[1])
            maya = await other.__aenter__()
            await maya.next(type="ready")
        farewell = await maya.next(type="bye")
        await other.__aexit__(None, None, None)
        return farewell["why"]

    assert asyncio.run(story()) == "restarting"


def test_publishing_without_a_server_is_harmless(db: None, django_capture_on_commit_callbacks: Any) -> None:
    with django_capture_on_commit_callbacks(execute=True) as callbacks:
        realtime.publish(TOPIC, {"type": "note"})
        realtime.drop(session_key="gone")
    assert len(callbacks) == 2


@pytest.mark.parametrize("topic", ["", "note", "note:", "note:a b", "Note:1", "note:" + "x" * 65, "note:1\n"])
def test_a_topic_has_one_form(topic: str) -> None:
    with pytest.raises(ValueError, match="topic"):
        realtime.publish(topic, {})
