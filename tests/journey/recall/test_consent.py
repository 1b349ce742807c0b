"""Off until said, two yeses, and a no that holds at once."""

import pytest
from django.core.exceptions import PermissionDenied

from tests.factories import make_person
from tests.journey.recall.conftest import CALLED, CANNOT_CALL
from walkalong.foundation.audit.models import AuditEvent
from walkalong.journey.recall.memory import memory
from walkalong.journey.recall.models import RecallChoice
from walkalong.journey.recall.queries import choice_of, offered_to_me, offered_to_other
from walkalong.journey.recall.services import choose_recall
from walkalong.matching import strengths
from walkalong.people.errors import Refused
from walkalong.people.models import Role
from walkalong.people.record import lines


def test_nothing_is_brought_back_until_somebody_says_yes(match, maya, jonas, name):
    name(maya, CALLED, show=True)
    assert offered_to_me(maya, CANNOT_CALL) == []
    assert offered_to_other(match, jonas, CANNOT_CALL) == []
    assert not strengths.offered(match, jonas)
    assert memory.holds(maya.pk) == 0


def test_a_yes_for_oneself_is_no_yes_for_the_other(match, maya, jonas, name, agree):
    name(maya, CALLED, show=True)
    agree(maya, for_other=False)
    assert [one.words for one in offered_to_me(maya, CANNOT_CALL)] == [CALLED]
    assert not strengths.offered(match, jonas)
    assert strengths.recalled(match, jonas, CANNOT_CALL) == []


def test_the_second_yes_reaches_the_other(match, maya, jonas, name, agree):
    step = name(maya, CALLED, show=True)
    agree(maya)
    assert strengths.offered(match, jonas)
    (found,) = strengths.recalled(match, jonas, CANNOT_CALL)
    assert (found.words, found.happened_on) == (CALLED, step.happened_on)


def test_both_have_the_same_choice(match, maya, jonas, name, agree):
    name(jonas, CALLED, show=True)
    agree(jonas)
    assert [one.words for one in strengths.recalled(match, maya, CANNOT_CALL)] == [CALLED]


def test_a_no_holds_at_once_and_takes_both_back(
    match, maya, jonas, name, agree, django_capture_on_commit_callbacks
):
    name(maya, CALLED, show=True)
    agree(maya)
    offered_to_me(maya, CANNOT_CALL)
    assert memory.holds(maya.pk) == 1
    with django_capture_on_commit_callbacks(execute=True):
        choose_recall(by=maya, for_me=False, for_other=True)
    assert offered_to_me(maya, CANNOT_CALL) == []
    assert strengths.recalled(match, jonas, CANNOT_CALL) == []
    assert not choice_of(maya).for_other
    assert memory.holds(maya.pk) == 0


def test_the_other_alone_may_be_taken_back(match, maya, jonas, name, agree):
    name(maya, CALLED, show=True)
    agree(maya)
    agree(maya, for_other=False)
    assert strengths.recalled(match, jonas, CANNOT_CALL) == []
    assert offered_to_me(maya, CANNOT_CALL)


def test_a_new_yes_needs_the_agreements_and_a_no_does_not(match):
    new = make_person("Noor", (Role.MENTEE,), agreed=False)
    with pytest.raises(Refused):
        choose_recall(by=new, for_me=True, for_other=False)
    assert not choose_recall(by=new, for_me=False, for_other=False).for_me


def test_who_has_no_journey_has_no_such_choice(match):
    with pytest.raises(PermissionDenied):
        choose_recall(by=match.ambassador, for_me=True, for_other=True)
    assert not RecallChoice.objects.exists()


def test_the_record_tells_the_choice_and_nothing_else(match, maya, name, agree):
    name(maya, CALLED)
    agree(maya)
    agree(maya)
    offered_to_me(maya, CANNOT_CALL)
    (event,) = AuditEvent.objects.filter(verb="journey.recall_chosen")
    assert event.detail == {"for_me": 1, "for_other": 1}
    (line,) = lines([event], reader=maya, names={})
    assert "to whom you walk with" in line.words
