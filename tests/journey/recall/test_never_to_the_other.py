"""Never a private or withdrawn step to the other, and nothing once the two do not walk."""

import pytest

from tests.factories import make_person
from tests.factories_match import make_match
from tests.journey.recall.conftest import CALLED, CANNOT_CALL
from walkalong.journey.recall.queries import offered_to_me, offered_to_other
from walkalong.journey.steps.kinds import Kind
from walkalong.journey.steps.services import say_from_here, stop_sharing_step, take_back_step
from walkalong.matching.services import pause_match, stop_contact
from walkalong.matching.states import EndKind
from walkalong.matching.strengths import recalled
from walkalong.people.models import Role
from walkalong.people.services import withdraw_agreement


@pytest.fixture
def shown(match, maya, jonas, name, agree):
    step = name(maya, CALLED, show=True)
    agree(maya)
    assert [one.pk for one in offered_to_other(match, jonas, CANNOT_CALL)] == [step.pk]
    return step


def test_a_private_step_comes_back_to_its_owner_alone(match, maya, jonas, name, agree):
    name(maya, CALLED)
    agree(maya)
    assert offered_to_other(match, jonas, CANNOT_CALL) == []
    assert [one.words for one in offered_to_me(maya, CANNOT_CALL)] == [CALLED]
    assert offered_to_other(match, jonas, CANNOT_CALL) == []  # now that its vector is in memory


def test_kept_to_oneself_again_it_is_gone_at_once(shown, match, maya, jonas):
    stop_sharing_step(by=maya, step=shown, match=match)
    assert offered_to_other(match, jonas, CANNOT_CALL) == []
    assert offered_to_me(maya, CANNOT_CALL)


def test_taken_back_it_is_gone_for_both(shown, match, maya, jonas):
    take_back_step(by=maya, step=shown)
    assert offered_to_other(match, jonas, CANNOT_CALL) == []
    assert offered_to_me(maya, CANNOT_CALL) == []


def test_taken_back_while_it_is_looked_for_it_is_not_shown(shown, match, maya, jonas, monkeypatch):
    from walkalong.journey.recall import queries

    found = queries._nearest

    def looked(*args):
        answer = found(*args)
        stop_sharing_step(by=maya, step=shown, match=match)
        return answer

    monkeypatch.setattr(queries, "_nearest", looked)
    assert offered_to_other(match, jonas, CANNOT_CALL) == []


@pytest.mark.parametrize("by_mentor", [False, True])
def test_nothing_during_a_pause(shown, match, maya, jonas, by_mentor):
    pause_match(by=jonas if by_mentor else maya, match=match)
    match.refresh_from_db()
    assert offered_to_other(match, jonas, CANNOT_CALL) == []


def test_nothing_once_contact_was_stopped(shown, match, maya, jonas):
    stop_contact(by=maya, match=match)
    match.refresh_from_db()
    assert offered_to_other(match, jonas, CANNOT_CALL) == []
    assert offered_to_me(maya, CANNOT_CALL)  # what is theirs stays theirs


def test_nothing_after_the_end_nor_in_the_next_walk(shown, match, maya, jonas):
    from walkalong.matching.services import close_match

    close_match(by=None, match=match, kind=EndKind.DEACTIVATED)
    match.refresh_from_db()
    assert offered_to_other(match, jonas, CANNOT_CALL) == []
    nina = make_person("Nina", (Role.MENTOR,))
    next_walk = make_match(maya, nina, match.ambassador)
    assert offered_to_other(next_walk, nina, CANNOT_CALL) == []


def test_nothing_while_the_readers_agreement_is_taken_back(shown, match, jonas):
    withdraw_agreement(by=jonas, document="health-data")
    match.refresh_from_db()
    assert offered_to_other(match, jonas, CANNOT_CALL) == []


def test_nothing_to_somebody_outside_and_nothing_about_oneself(shown, match, maya):
    stranger = make_person("Nina", (Role.MENTOR,))
    for reader in (stranger, match.ambassador, maya):
        assert offered_to_other(match, reader, CANNOT_CALL) == []


HARD = "For months I was scared of calling anybody on the phone."


def test_a_hard_stretch_is_not_brought_back(match, maya, jonas, name, agree):
    name(maya, HARD, show=True, kind=Kind.HARD)
    agree(maya)
    assert offered_to_me(maya, CANNOT_CALL) == []
    assert offered_to_other(match, jonas, CANNOT_CALL) == []


def test_unless_they_have_got_it_from_here_and_show_that(match, maya, jonas, name, agree):
    stretch = name(maya, HARD, show=True, kind=Kind.HARD)
    agree(maya)
    said = say_from_here(by=maya, step=stretch)
    assert [one.said_from_here_on for one in offered_to_me(maya, CANNOT_CALL)] == [said.happened_on]
    assert offered_to_other(match, jonas, CANNOT_CALL) == []  # that it was said is private still
    take_back_step(by=maya, step=said)
    said = say_from_here(by=maya, step=stretch, share_with=[match])
    (found,) = recalled(match, jonas, CANNOT_CALL)
    assert (found.words, found.said_from_here_on) == (HARD, said.happened_on)
