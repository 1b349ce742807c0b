"""Open pages learn of it at once: each what they may know, and nothing when nothing changed."""

import json

import pytest

from tests.factories import make_person
from tests.factories_match import make_match
from walkalong.foundation.realtime import NotAllowed
from walkalong.journey.heavy.kinds import FADES_AFTER
from walkalong.journey.heavy.live import HeavyStream
from walkalong.journey.heavy.models import HeavyDay
from walkalong.journey.heavy.services import (
    forget_heavy_day,
    keep_words,
    say_today_is_heavy,
    show_you_think_of_them,
    take_back_heavy,
)
from walkalong.journey.heavy.topics import topic_of
from walkalong.matching.services import pause_match, stop_contact
from walkalong.people.models import Role

STREAM = HeavyStream()


def news(person, since):
    return STREAM.catch_up(person, topic_of(person.pk), since)


def test_the_other_learns_of_it_and_of_its_taking_back(match, maya, jonas):
    start = news(jonas, None).cursor
    assert news(jonas, start).frames == []
    say_today_is_heavy(by=maya, match=match)
    told = news(jonas, start)
    assert "Today is heavy for Maya" in told.frames[0]["signs"][str(match.pk)]
    assert "Today is heavy" in told.frames[0]["shorts"][str(match.pk)]
    json.dumps(told.frames)
    assert news(jonas, told.cursor).frames == []
    take_back_heavy(by=maya, match=match)
    assert news(jonas, told.cursor).frames[0]["signs"] == {}


def test_who_said_it_sees_no_sign_of_their_own_but_that_they_are_thought_of(match, maya, jonas):
    say_today_is_heavy(by=maya, match=match)
    before = news(maya, 0)
    assert before.frames[0]["signs"] == {}
    assert before.frames[0]["thoughts"] == {}
    show_you_think_of_them(by=jonas, match=match)
    after = news(maya, before.cursor)
    assert "Jonas is thinking of you." in after.frames[0]["thoughts"][str(match.pk)]


def test_no_frame_holds_the_words(match, maya, jonas):
    say_today_is_heavy(by=maya, match=match)
    keep_words(by=maya, words="bullfinch", shown_in=match)
    assert "bullfinch" not in json.dumps(news(jonas, None).frames)


@pytest.mark.parametrize("act", [pause_match, stop_contact])
def test_a_rest_or_an_end_takes_the_sign_away(match, maya, jonas, act):
    say_today_is_heavy(by=maya, match=match)
    cursor = news(jonas, None).cursor
    act(by=jonas, match=match)
    assert news(jonas, cursor).frames[0]["signs"] == {}


@pytest.mark.parametrize("act", [pause_match, stop_contact])
def test_an_earlier_sign_goes_while_a_later_one_of_another_walk_stays(match, maya, jonas, act):
    ravi = make_person("Ravi", (Role.MENTEE,))
    other_walk = make_match(mentee=ravi, mentor=jonas)
    say_today_is_heavy(by=maya, match=match)
    say_today_is_heavy(by=ravi, match=other_walk)
    cursor = news(jonas, None).cursor
    act(by=jonas, match=match)
    assert news(jonas, cursor).frames[0]["signs"].keys() == {str(other_walk.pk)}


def test_an_earlier_day_that_faded_takes_its_sign_away_while_a_later_one_stays(match, maya, jonas):
    ravi = make_person("Ravi", (Role.MENTEE,))
    other_walk = make_match(mentee=ravi, mentor=jonas)
    faded = say_today_is_heavy(by=maya, match=match)
    say_today_is_heavy(by=ravi, match=other_walk)
    cursor = news(jonas, None).cursor
    HeavyDay.objects.filter(pk=faded.day_id).update(said_at=faded.day.said_at - FADES_AFTER)
    assert news(jonas, cursor).frames[0]["signs"].keys() == {str(other_walk.pk)}


def test_a_script_can_say_the_cursor_exactly(match, maya, jonas):
    say_today_is_heavy(by=maya, match=match)
    assert 0 < news(jonas, None).cursor < 2**53


def test_a_forgotten_day_takes_the_sign_away(match, maya, jonas):
    telling = say_today_is_heavy(by=maya, match=match)
    cursor = news(jonas, None).cursor
    forget_heavy_day(by=maya, day=telling.day)
    assert news(jonas, cursor).frames[0]["signs"] == {}


def test_each_follows_only_their_own(match, maya, jonas):
    assert STREAM.topics(maya) == [topic_of(maya.pk)]
    with pytest.raises(NotAllowed):
        STREAM.catch_up(maya, topic_of(jonas.pk), None)
    stranger = make_person("Noor")
    say_today_is_heavy(by=maya, match=match)
    assert news(stranger, None).frames[0]["signs"] == {}
    maya.is_active = False
    with pytest.raises(NotAllowed):
        news(maya, None)


def test_looking_costs_one_query(match, maya, jonas, django_assert_num_queries):
    say_today_is_heavy(by=maya, match=match)
    with django_assert_num_queries(1):
        news(jonas, None)
