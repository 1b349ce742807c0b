"""A thing and the "I've got it from here" that was said of it: brought back once, each with its own day."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from tests.conversation.conftest import Say, say
from tests.journey.recall.conftest import CALLED, CANNOT_CALL
from walkalong.journey.recall.queries import offered_to_me
from walkalong.journey.steps.kinds import Kind
from walkalong.journey.steps.services import say_from_here, stop_sharing_step
from walkalong.matching.strengths import recalled

__all__ = ["say"]
HARD = "For months I was scared of calling anybody on the phone."
SAID = "I am not scared of calling on the phone any more."


@pytest.fixture
def then() -> date:
    return timezone.localdate() - timedelta(days=40)


@pytest.fixture
def stretch(maya, match, name, agree, then):
    agree(maya)
    return name(maya, HARD, show=True, kind=Kind.HARD, happened_on=then)


def test_both_take_one_place_and_the_thing_keeps_its_own_day(maya, stretch, then):
    said = say_from_here(by=maya, step=stretch, words=SAID)
    (found,) = offered_to_me(maya, CANNOT_CALL)
    assert (found.pk, found.words, found.happened_on) == (stretch.pk, HARD, then)
    assert found.said_from_here_on == said.happened_on
    assert not found.is_from_here


def test_the_places_they_leave_are_there_for_others(maya, stretch, name):
    say_from_here(by=maya, step=stretch, words=SAID)
    for person in ("the dentist", "the bank"):
        name(maya, f"Phoned {person} although I was scared of calling.")
    assert len({found.words for found in offered_to_me(maya, CANNOT_CALL)}) == 3


def test_the_page_puts_the_saying_beside_its_own_day_and_not_beside_the_things(maya, signed_in, stretch):
    say_from_here(by=maya, step=stretch, words=SAID)
    page = signed_in(maya).post("/journey/before/", {"moment": CANNOT_CALL}).content.decode()
    assert page.count(HARD) == 1
    assert SAID not in page
    assert "You said of this: “I’ve got it from here” (Today)." in page
    assert "· I’ve got it from here" not in page


def test_the_other_reads_it_the_same_way(maya, jonas, match, signed_in, stretch, say: Say):
    say_from_here(by=maya, step=stretch, words=SAID, share_with=[match])
    say(maya, CANNOT_CALL)
    html = signed_in(jonas).get(f"/with/{match.pk}/before/?part=1").json()["html"]
    assert html.count("strength__words") == 1
    assert "Maya said of this: “I’ve got it from here” (Today)." in html


def test_of_a_thing_that_is_not_shown_the_saying_stands_alone(maya, jonas, match, stretch):
    said = say_from_here(by=maya, step=stretch, words=SAID, share_with=[match])
    stop_sharing_step(by=maya, step=stretch, match=match)
    (found,) = recalled(match, jonas, CANNOT_CALL)
    assert (found.words, found.happened_on, found.is_from_here) == (SAID, said.happened_on, True)
    assert found.said_from_here_on is None


def test_a_saying_that_is_not_shown_is_not_told_of(maya, jonas, match, name, agree):
    step = name(maya, CALLED, show=True)
    agree(maya)
    say_from_here(by=maya, step=step, words=SAID)
    (found,) = recalled(match, jonas, CANNOT_CALL)
    assert (found.words, found.said_from_here_on) == (CALLED, None)


def test_of_a_thing_without_words_the_sayings_words_come_back(maya, name, agree):
    agree(maya)
    day = name(maya, "", kind=Kind.MILESTONE, mark="first_meeting")
    say_from_here(by=maya, step=day, words=SAID)
    assert [found.words for found in offered_to_me(maya, CANNOT_CALL)] == [SAID]
