"""A step is named by its owner alone, in their own words, on the day it was."""

from datetime import date
from uuid import uuid4

import pytest
import time_machine
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.http import Http404

from tests.factories import make_person
from walkalong.foundation.crypto.services import erase_keys
from walkalong.journey.steps.errors import TakenBack
from walkalong.journey.steps.kinds import Kind, Mark
from walkalong.journey.steps.models import Celebration, Step
from walkalong.journey.steps.queries import own_steps
from walkalong.journey.steps.services import celebrate, change_step, take_back_step
from walkalong.journey.steps.words import MOST_CHARACTERS
from walkalong.people.errors import Refused
from walkalong.people.models import Agreement, Role
from walkalong.people.queries import forget_what_is_kept

WORDS = (
    "got up",
    " spaced \n\n out ",
    "نهضت اليوم من السرير",
    "🕯️👩🏽\u200d🌾",
    "e\u0301 is not \u00e9",
    "x" * MOST_CHARACTERS,
)


@pytest.mark.parametrize("words", WORDS, ids=range(len(WORDS)))
def test_words_stay_the_same_code_points(maya, name, words):
    name(maya, words)
    assert own_steps(maya).get().words == words


def test_a_browsers_line_breaks_are_plain_ones(maya, name):
    assert name(maya, "one\r\ntwo").words == "one\ntwo"


@pytest.mark.parametrize("words", ["", "  \n ", "a\x00b", "half \ud83d", "x" * (MOST_CHARACTERS + 1)])
def test_what_cannot_be_kept_is_refused_kindly_and_leaves_nothing(maya, name, words):
    with pytest.raises(Refused) as refused:
        name(maya, words)
    assert str(refused.value.reason).endswith(".")
    assert not Step.objects.exists()


def test_words_are_sealed_under_the_owners_own_key(maya, name):
    step = name(maya, "opened the letter")
    with connection.cursor() as cursor:
        cursor.execute("SELECT words FROM journey_step")
        (stored,) = cursor.fetchone()
    assert stored.startswith("v1:")
    assert "letter" not in stored
    assert step.words_scope == f"person:{maya.pk}:journey"
    assert erase_keys(scope=f"person:{maya.pk}:journey") == 1


def test_one_press_is_one_step(maya, name):
    press = uuid4()
    assert name(maya, "once", press_id=press) == name(maya, "once", press_id=press)
    assert Step.objects.count() == 1


def test_somebody_elses_press_is_not_ones_own(maya, jonas, name):
    press = uuid4()
    assert name(maya, "hers", press_id=press) != name(jonas, "his", press_id=press)


def test_the_day_is_the_owners_own(maya, name):
    maya.time_zone = "Pacific/Auckland"
    with time_machine.travel("2026-03-01T12:30:00Z", tick=False):
        assert name(maya, "tomorrow already").happened_on == date(2026, 3, 2)
        with pytest.raises(Refused, match="still to come"):
            name(maya, "planned", happened_on=date(2026, 3, 3))
        assert name(maya, "long ago", happened_on=date(1994, 5, 5)).happened_on == date(1994, 5, 5)
    with pytest.raises(Refused):
        name(maya, "before calendars", happened_on=date(1, 1, 1))


def test_both_roles_have_a_journey_and_others_have_none(maya, jonas, match, name):
    name(maya, "hers")
    name(jonas, "his")
    for person in (match.ambassador, make_person("Ines", (Role.STAFF,))):
        with pytest.raises(PermissionDenied):
            name(person, "not theirs")


def test_without_the_agreements_nothing_new_is_named(maya, name):
    Agreement.objects.filter(person=maya).delete()
    forget_what_is_kept(maya)
    with pytest.raises(PermissionDenied):
        name(maya, "words")


def test_a_known_milestone_needs_no_words_and_only_a_milestone_carries_it(maya, name):
    assert name(maya, "", kind=Kind.MILESTONE, mark=Mark.FIRST_MEETING).mark == Mark.FIRST_MEETING
    assert name(maya, "x", kind=Kind.STEP, mark=Mark.FIRST_MEETING).mark == ""


def test_it_can_be_said_differently_by_its_owner_alone(maya, jonas, name):
    step = name(maya, "a hard day", happened_on=date(2026, 1, 5))
    changed = {"kind": Kind.HARD, "words": "a hard week", "happened_on": date(2026, 1, 4)}
    change_step(by=maya, step=step, **changed)
    found = own_steps(maya).get()
    assert (found.kind, found.words, found.happened_on) == (Kind.HARD, "a hard week", date(2026, 1, 4))
    with pytest.raises(Http404):
        change_step(by=jonas, step=step, **changed)


def test_taken_back_it_is_gone_with_what_was_given_to_it(maya, jonas, match, name):
    step = name(maya, "never mind", show=True)
    celebrate(by=jonas, match=match, step_id=step.pk, words="oh")
    with pytest.raises(Http404):
        take_back_step(by=jonas, step=step)
    take_back_step(by=maya, step=step)
    assert not Step.objects.exists()
    assert not Celebration.objects.exists()
    with pytest.raises(TakenBack):
        take_back_step(by=maya, step=step)
