"""Live sockets from end to end, without a network: the real hub, threads, sessions and database."""

import asyncio
from typing import Any

import pytest
from django.contrib.sessions.models import Session
from django.db import transaction
from django.test import override_settings

from tests.factories import make_person
from tests.foundation.realtime.conftest import TOPIC, Notes, in_page_thread, session_for
from walkalong.foundation import realtime
from walkalong.foundation.realtime import hub as hub_module
from walkalong.foundation.realtime import socket as socket_module
from walkalong.foundation.realtime.testing import client, serving

Pair = tuple[Any, str, Any, str]


def write(notes: Notes, text: str, topic: str = TOPIC) -> None:
    """As a service does: in a page's thread."""
    notes.written[topic].append(text)
    realtime.publish(topic, {"type": "note"})


def test_what_one_writes_arrives_at_the_other_in_order(pair: Pair, notes: Notes) -> None:
    async def story() -> list[str]:
        async with serving(), client(pair[3]) as jonas:
            jonas.follow(TOPIC, since=0)
            for number in range(30):
                await in_page_thread(write)(notes, f"n{number}")
            return [(await jonas.next(type="note"))["text"] for _ in range(30)]

    assert asyncio.run(story()) == [f"n{number}" for number in range(30)]


def test_ready_names_only_the_topics_of_this_person(pair: Pair, notes: Notes) -> None:
    notes.members["note:2"] = set()

    async def story() -> Any:
        async with serving(), client(pair[1]) as maya:
            return await maya.next(type="ready")

    ready = asyncio.run(story())
    assert len(ready.pop("socket")) > 20
    assert ready == {"type": "ready", "topics": [TOPIC]}


def written_from(notes: Notes, text: str, *, socket: str, person: Any) -> None:
    """As a service does whose caller answers the very page that wrote."""
    notes.written[TOPIC].append(text)
    told = realtime.Told(socket, str(person.pk), len(notes.written[TOPIC]))
    realtime.publish(TOPIC, {"type": "note"}, told=told)


def test_the_page_that_was_answered_is_not_told_again_and_its_other_tab_and_the_other_person_are(
    pair: Pair, notes: Notes
) -> None:
    notes.written[TOPIC] = ["before"]

    async def story() -> tuple[list[str], str, str]:
        async with serving(), client(pair[1]) as maya, client(pair[1]) as tab, client(pair[3]) as jonas:
            ready = await maya.next(type="ready")
            for each in (maya, tab, jonas):
                each.follow(TOPIC, since=0)
            write_here = in_page_thread(written_from)
            first = [await each.next(type="note") for each in (maya, tab, jonas)]
            await write_here(notes, "mine", socket=ready["socket"], person=pair[0])
            others = [(await each.next(type="note"))["text"] for each in (tab, jonas)]
            await in_page_thread(write)(notes, "after")
            assert len(first) == 3
            return others, (await maya.next(type="note"))["text"], (await jonas.next(type="note"))["text"]

    assert asyncio.run(story()) == (["mine", "mine"], "after", "after")


def test_a_page_that_missed_something_is_told_its_own_news_too(pair: Pair, notes: Notes) -> None:
    notes.written[TOPIC] = ["one"]

    async def story() -> list[str]:
        async with serving(), client(pair[1]) as maya:
            ready = await maya.next(type="ready")
            maya.follow(TOPIC, since=0)
            await maya.next(type="note")
            notes.written[TOPIC].append("its hint was lost")
            await in_page_thread(written_from)(notes, "mine", socket=ready["socket"], person=pair[0])
            return [(await maya.next(type="note"))["text"] for _ in range(2)]

    assert asyncio.run(story()) == ["its hint was lost", "mine"]


def test_nobody_can_keep_news_from_another_persons_page(pair: Pair, notes: Notes) -> None:
    notes.written[TOPIC] = ["one"]

    async def story() -> str:
        async with serving(), client(pair[3]) as jonas:
            ready = await jonas.next(type="ready")
            jonas.follow(TOPIC, since=0)
            await jonas.next(type="note")
            await in_page_thread(written_from)(notes, "two", socket=ready["socket"], person=pair[0])
            return str((await jonas.next(type="note"))["text"])

    assert asyncio.run(story()) == "two"


def test_a_client_that_was_away_catches_up_from_where_it_was(pair: Pair, notes: Notes) -> None:
    notes.written[TOPIC] = ["a", "b", "c"]

    async def story() -> list[str]:
        async with serving(), client(pair[1]) as maya:
            maya.follow(TOPIC, since=1)
            return [(await maya.next(type="note"))["text"] for _ in range(2)]

    assert asyncio.run(story()) == ["b", "c"]


def test_a_long_absence_is_caught_up_in_portions(pair: Pair, notes: Notes) -> None:
    notes.written[TOPIC] = [str(number) for number in range(25)]
    notes.portion = 10

    async def story() -> list[str]:
        async with serving(), client(pair[1]) as maya:
            maya.follow(TOPIC, since=0)
            return [(await maya.next(type="note"))["text"] for _ in range(25)]

    assert asyncio.run(story()) == notes.written[TOPIC]
    assert len(notes.looks) == 3


def test_a_burst_of_hints_costs_few_looks(pair: Pair, notes: Notes) -> None:
    async def story() -> None:
        async with serving(), client(pair[1]) as maya:
            maya.follow(TOPIC, since=0)
            await maya.next(type="ready")
            await asyncio.sleep(0.1)
            before = len(notes.looks)
            notes.pause.clear()  # a look is under way while all these arrive
            for number in range(50):
                await in_page_thread(write)(notes, str(number))
            notes.pause.set()
            for _ in range(50):
                await maya.next(type="note")
            assert len(notes.looks) - before <= 3

    asyncio.run(story())


def test_tabs_of_one_person_share_a_look(pair: Pair, notes: Notes) -> None:
    async def story() -> None:
        async with serving(), client(pair[1]) as one, client(pair[1]) as two:
            for tab in (one, two):
                tab.follow(TOPIC, since=0)
            await asyncio.sleep(0.2)
            before = len(notes.looks)
            await in_page_thread(write)(notes, "hello")
            assert (await one.next(type="note"))["text"] == (await two.next(type="note"))["text"] == "hello"
            assert len(notes.looks) - before == 1

    asyncio.run(story())


def test_a_hint_is_sent_only_after_the_commit(pair: Pair, notes: Notes) -> None:
    def written_and_rolled_back() -> None:
        with transaction.atomic():
            notes.written[TOPIC].append("never")
            realtime.publish(TOPIC, {"type": "note"})
            transaction.set_rollback(True)

    async def story() -> list[Any]:
        async with serving(), client(pair[1]) as maya:
            maya.follow(TOPIC, since=0)
            await maya.next(type="ready")
            await asyncio.sleep(0.1)
            await in_page_thread(written_and_rolled_back)()
            return await maya.frames_within(0.3)

    assert asyncio.run(story()) == []


def test_a_stranger_gets_the_same_answer_for_a_topic_of_others_and_for_none(pair: Pair, notes: Notes) -> None:
    stranger = session_for(make_person("Stranger"))
    notes.written[TOPIC] = ["private"]

    async def story() -> list[Any]:
        async with serving(), client(stranger) as one:
            one.follow(TOPIC, since=0)
            one.follow("note:404", since=0)
            return [await one.next(type="gone"), await one.next(type="gone"), await one.frames_within(0.2)]

    assert asyncio.run(story()) == [
        {"type": "gone", "topic": TOPIC},
        {"type": "gone", "topic": "note:404"},
        [],
    ]
    assert notes.looks == []


def test_who_is_no_longer_a_member_hears_nothing_more(pair: Pair, notes: Notes) -> None:
    async def story() -> list[Any]:
        async with serving(), client(pair[3]) as jonas:
            jonas.follow(TOPIC, since=0)
            await jonas.next(type="ready")
            await asyncio.sleep(0.1)
            notes.members[TOPIC].discard(pair[2].pk)
            await in_page_thread(write)(notes, "not for Jonas")
            await jonas.next(type="gone", topic=TOPIC)
            await in_page_thread(write)(notes, "nor this")
            return await jonas.frames_within(0.2)

    assert asyncio.run(story()) == []


def test_a_foreign_page_cannot_open_a_socket(pair: Pair) -> None:
    async def story() -> None:
        async with serving():
            for origin in ("", "null", "https://evil.example", "http://testserver.evil.example", "//x"):
                async with client(pair[1], origin=origin) as one:
                    assert await one.closed() == 4403, origin
                    assert not one.accepted

    asyncio.run(story())


def test_another_host_name_is_refused_even_when_the_page_agrees(pair: Pair) -> None:
    async def story() -> None:
        async with serving(), client(pair[1], origin="http://rebound.example", host="rebound.example") as one:
            assert await one.closed() == 4403

    asyncio.run(story())


@override_settings(SESSION_COOKIE_SECURE=True)
def test_an_insecure_page_cannot_open_a_secure_socket(pair: Pair) -> None:
    async def story() -> None:
        async with serving(), client(pair[1]) as one:
            assert await one.closed() == 4403

    asyncio.run(story())


def test_only_the_one_path_is_served(pair: Pair) -> None:
    async def story() -> None:
        async with serving(), client(pair[1], path="/live/other/") as one:
            assert await one.closed() == 4403

    asyncio.run(story())


def test_who_is_not_signed_in_is_told_so(pair: Pair) -> None:
    async def story() -> None:
        async with serving():
            for key in (None, "nonsense", "x" * 5000):
                async with client(key) as one:
                    assert await one.next() == {"type": "bye", "why": "signed_out"}
                    assert await one.closed() == 4401

    asyncio.run(story())


def test_an_inactive_person_is_refused(pair: Pair) -> None:
    pair[0].is_active = False
    pair[0].save()

    async def story() -> None:
        async with serving(), client(pair[1]) as one:
            assert (await one.next())["why"] == "signed_out"

    asyncio.run(story())


@pytest.mark.parametrize("end", ["session row", "person"])
def test_an_ended_session_is_dropped_at_the_next_hint_and_hears_nothing(
    pair: Pair, notes: Notes, end: str
) -> None:
    def finish() -> None:
        if end == "session row":
            Session.objects.filter(session_key=pair[1]).delete()
        else:
            type(pair[0]).objects.filter(pk=pair[0].pk).update(is_active=False)
        write(notes, "too late for this session")

    async def story() -> Any:
        async with serving(), client(pair[1]) as maya:
            maya.follow(TOPIC, since=0)
            await maya.next(type="ready")
            await asyncio.sleep(0.1)
            await in_page_thread(finish)()
            first = await maya.next()
            assert await maya.closed() == 4409
            async with client(pair[1]) as again:
                return first, (await again.next())["why"]

    first, again = asyncio.run(story())
    assert first == {"type": "bye", "why": "changed"}
    assert again == "signed_out"


def test_reconciling_finds_what_no_hint_told_and_drops_who_may_no_longer(
    pair: Pair, notes: Notes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(socket_module, "RECONCILE_SECONDS", 0.3)
    monkeypatch.setattr(hub_module, "TICK_SECONDS", 0.1)

    async def story() -> None:
        async with serving(), client(pair[1]) as maya, client(pair[3]) as jonas:
            maya.follow(TOPIC, since=0)
            await maya.next(type="ready")
            await jonas.next(type="ready")
            notes.written[TOPIC].append("lost on the way")
            assert (await maya.next(type="note", within=2))["text"] == "lost on the way"
            await in_page_thread(Session.objects.filter(session_key=pair[3]).delete)()
            assert (await jonas.next(type="bye", within=2))["why"] == "changed"
            notes.members["note:new"] = {pair[0].pk}
            assert "note:new" in (await maya.next(type="ready", within=2))["topics"]

    asyncio.run(story())


@pytest.mark.parametrize("by", ["person", "session"])
def test_drop_closes_at_once_and_only_whom_it_names(pair: Pair, notes: Notes, by: str) -> None:
    async def story() -> None:
        async with serving(), client(pair[1]) as maya, client(pair[3]) as jonas:
            for each in (maya, jonas):
                each.follow(TOPIC, since=0)
                await each.next(type="ready")
            if by == "person":
                await in_page_thread(realtime.drop)(person_id=pair[0].pk, why="ended")
            else:
                await in_page_thread(realtime.drop)(session_key=pair[1], why="ended")
            assert (await maya.next(type="bye"))["why"] == "ended"
            await maya.closed()
            await in_page_thread(write)(notes, "still here")
            assert (await jonas.next(type="note"))["text"] == "still here"

    asyncio.run(story())


def test_typing_reaches_the_other_and_not_ones_own_tabs(pair: Pair) -> None:
    async def story() -> None:
        async with serving(), client(pair[1]) as maya, client(pair[1]) as tab, client(pair[3]) as jonas:
            for each in (maya, tab, jonas):
                each.follow(TOPIC)
                await each.next(type="ready")
            await asyncio.sleep(0.1)
            maya.say({"topic": TOPIC, "type": "typing"})
            assert await jonas.next(type="typing") == {"topic": TOPIC, "type": "typing"}
            assert [frame for frame in await tab.frames_within(0.1) if frame["type"] == "typing"] == []

    asyncio.run(story())


def test_an_event_goes_only_to_whom_the_stream_allows(pair: Pair) -> None:
    pair[2].display_name = "Deaf"
    pair[2].save()

    async def story() -> list[Any]:
        async with serving(), client(pair[1]) as maya, client(pair[3]) as jonas:
            for each in (maya, jonas):
                each.follow(TOPIC)
                await each.next(type="ready")
            await asyncio.sleep(0.1)
            maya.say({"topic": TOPIC, "type": "typing"})
            return await jonas.frames_within(0.3)

    assert asyncio.run(story()) == []


def test_joined_and_left_are_said_once_a_person_not_once_a_tab(pair: Pair, notes: Notes) -> None:
    async def story() -> None:
        async with serving(), client(pair[3]) as jonas:
            jonas.follow(TOPIC)
            await jonas.next(type="ready")
            async with client(pair[1]) as one:
                one.follow(TOPIC)
                await one.next(type="ready")
                async with client(pair[1]) as two:
                    two.follow(TOPIC)
                    await two.next(type="ready")
                    await asyncio.sleep(0.1)
            await jonas.next(type="away")

    asyncio.run(story())
    assert notes.came.count(("joined", pair[0].pk)) == 1
    assert notes.came.count(("left", pair[0].pk)) == 1
