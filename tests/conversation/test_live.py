"""Live: what is new and what was taken back, to the two alone; presence and typing only as both choose."""

import json

import pytest
import time_machine

from tests.factories import make_person
from walkalong.conversation.live import ConversationStream
from walkalong.conversation.models import LastRead
from walkalong.conversation.services import choose_live, take_back
from walkalong.conversation.topics import topic_of
from walkalong.foundation.realtime import NotAllowed
from walkalong.matching.services import leave_match, pause_match
from walkalong.people.models import Person

STREAM = ConversationStream()


@pytest.fixture
def topic(match):
    return topic_of(match.pk)


def caught_up(person, topic, since):
    return STREAM.catch_up(person, topic, since).frames[0]


def test_each_catches_up_from_the_number_they_know(maya, jonas, say, topic):
    say(maya, "one")
    say(jonas, "two")
    news = STREAM.catch_up(jonas, topic, 1)
    assert news.cursor == 2
    assert ["two" in message["html"] for message in news.frames[0]["messages"]] == [True]
    assert caught_up(jonas, topic, 2)["messages"] == []
    json.dumps(news.frames)


def test_who_knows_nothing_learns_where_things_stand(maya, say, topic):
    say(maya, "one")
    news = STREAM.catch_up(maya, topic, None)
    assert (news.cursor, news.frames[0]["messages"]) == (1, [])


def test_a_taking_back_missed_while_away_is_learned_of(maya, jonas, say, topic):
    message = say(maya, "gone soon")
    say(jonas, "answering", reply_to=message.pk)
    take_back(by=maya, message=message)
    frame = caught_up(jonas, topic, 2)
    assert [one["seq"] for one in frame["messages"]] == [1, 2]
    assert "gone soon" not in json.dumps(frame)


def test_a_long_absence_asks_for_the_page_anew(maya, say, topic, settings):
    settings.MESSAGES_PER_MINUTE = 1000
    for number in range(102):
        say(maya, str(number))
    frame = caught_up(maya, topic, 0)
    assert frame["far_behind"] is True
    assert frame["messages"] == []


def test_it_is_drawn_in_the_readers_zone(match, maya, say, topic):
    Person.objects.filter(pk=match.mentor_id).update(time_zone="America/Los_Angeles")
    jonas = Person.objects.get(pk=match.mentor_id)
    with time_machine.travel("2026-03-02T02:30:00Z", tick=False):
        say(maya, "late")
        assert 'data-day="2026-03-01"' in caught_up(jonas, topic, 0)["messages"][0]["html"]
        assert 'data-day="2026-03-02"' in caught_up(maya, topic, 0)["messages"][0]["html"]


def test_only_the_two_hear_of_it(match, maya, say, topic):
    say(maya, "between us")
    for person in (make_person("Noor"), match.ambassador):
        assert topic not in STREAM.topics(person)
        with pytest.raises(NotAllowed):
            STREAM.catch_up(person, topic, 0)
        assert STREAM.from_client(person, topic, {"type": "typing"}) is None
        assert not STREAM.may_receive(person, topic, {"type": "typing", "by": str(maya.pk)})


def test_a_pause_and_an_end_are_heard_of(match, maya, jonas, topic):
    pause_match(by=maya, match=match)
    assert caught_up(jonas, topic, 0)["state"] == "paused"
    assert STREAM.from_client(jonas, topic, {"type": "typing"}) is None
    leave_match(by=maya, match=match)
    assert topic not in STREAM.topics(jonas)


def test_typing_passes_between_the_two(maya, jonas, topic):
    event = STREAM.from_client(maya, topic, {"type": "typing"})
    assert event == {"type": "typing", "by": str(maya.pk)}
    assert STREAM.may_receive(jonas, topic, event)
    assert not STREAM.may_receive(maya, topic, event)


@pytest.mark.parametrize("kind", ["typing", "here"])
def test_switched_off_it_is_hidden_for_both_at_once(maya, jonas, topic, kind):
    choose_live(by=maya, typing=kind != "typing", here_now=kind != "here")
    assert STREAM.from_client(maya, topic, {"type": kind}) is None
    from_jonas = STREAM.from_client(jonas, topic, {"type": kind})
    assert not STREAM.may_receive(maya, topic, from_jonas)
    name = "here_now" if kind == "here" else kind
    assert caught_up(jonas, topic, 0)["shows"][name] is caught_up(maya, topic, 0)["shows"][name] is False


@pytest.mark.parametrize(
    "frame", [{}, {"type": "message", "body": "x"}, {"type": 7}, {"type": "read", "seq": "x"}]
)
def test_what_it_does_not_understand_it_ignores(maya, topic, frame):
    assert STREAM.from_client(maya, topic, frame) is None


def test_reading_is_noted_for_oneself_and_never_beyond_what_there_is(match, maya, jonas, say, topic):
    say(jonas, "one")
    assert STREAM.from_client(maya, topic, {"type": "read", "seq": 10**15}) is None
    assert LastRead.objects.get(match=match, person=maya).seq == 1
    STREAM.from_client(maya, topic, {"type": "read", "seq": 0})
    assert LastRead.objects.get(match=match, person=maya).seq == 1


def test_catching_up_asks_little(maya, jonas, say, topic, django_assert_num_queries):
    say(maya, "one")
    caught_up(jonas, topic, 0)
    with django_assert_num_queries(2):
        caught_up(jonas, topic, 0)
    with django_assert_num_queries(1):
        caught_up(jonas, topic, 1)
