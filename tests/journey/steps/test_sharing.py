"""Who sees a step: its owner; besides them the other of a walk that goes on, if the owner says so."""

from datetime import timedelta

import pytest
from django.http import Http404
from django.utils import timezone

from tests.factories import make_person
from tests.factories_match import make_match
from walkalong.journey.steps.errors import NotNow
from walkalong.journey.steps.kinds import Kind
from walkalong.journey.steps.models import SharedStep
from walkalong.journey.steps.queries import own_steps, steps_of_both, steps_shared_with
from walkalong.journey.steps.services import change_step, share_step, stop_sharing_step
from walkalong.matching.services import leave_match, pause_match, resume_match, stop_contact
from walkalong.notices.queries import unseen_of
from walkalong.people.models import Agreement, Role
from walkalong.people.queries import forget_what_is_kept
from walkalong.people.services import deactivate_person


def seen(match, reader):
    return [step.words for step in steps_shared_with(match, reader)]


def test_a_step_is_private_until_its_owner_shows_it(match, maya, jonas, name):
    step = name(maya, "mine")
    assert seen(match, jonas) == []
    share_step(by=maya, step=step, match=match)
    share_step(by=maya, step=step, match=match)
    assert seen(match, jonas) == ["mine"]
    assert SharedStep.objects.count() == 1
    stop_sharing_step(by=maya, step=step, match=match)
    assert seen(match, jonas) == []
    assert [mine.words for mine in own_steps(maya)] == ["mine"]


def test_both_show_each_other_in_one_way(match, maya, jonas, name):
    name(maya, "hers", show=True)
    name(jonas, "his", show=True)
    name(jonas, "his alone")
    assert seen(match, jonas) == ["hers"]
    assert seen(match, maya) == ["his"]
    for reader in (maya, jonas):
        assert sorted(step.words for step in steps_of_both(match, reader)) == ["hers", "his"]


def test_nobody_but_the_two_sees_anything(match, maya, name):
    name(maya, "between us", show=True)
    for person in (match.ambassador, make_person("Noor"), make_person("Ines", (Role.STAFF,))):
        assert list(steps_of_both(match, person)) == []


def test_only_the_owner_shows_it_and_only_in_their_own_walks(match, maya, jonas, name):
    other = make_match(mentee=make_person("Ravi"), mentor=make_person("Claire", (Role.MENTOR,)))
    step = name(maya, "mine")
    with pytest.raises(Http404):
        share_step(by=jonas, step=step, match=match)
    with pytest.raises(Http404):
        share_step(by=maya, step=step, match=other)
    with pytest.raises(Http404):
        stop_sharing_step(by=jonas, step=step, match=match)
    assert not SharedStep.objects.exists()


def test_a_mentor_of_several_shows_it_to_the_one_they_choose(match, jonas, name):
    other = make_match(mentee=make_person("Ravi"), mentor=jonas)
    name(jonas, "for Maya", show=True)
    assert seen(match, match.mentee) == ["for Maya"]
    assert seen(other, other.mentee) == []


@pytest.mark.parametrize("end", [leave_match, stop_contact])
@pytest.mark.parametrize("side", ["mentee", "mentor"])
def test_after_the_end_the_owner_keeps_all_and_the_other_sees_nothing(match, maya, jonas, name, end, side):
    step = name(maya, "hers", show=True)
    name(jonas, "his", show=True)
    end(by=getattr(match, side), match=match)
    assert seen(match, jonas) == seen(match, maya) == []
    assert [mine.words for mine in own_steps(maya)] == ["hers"]
    assert [mine.words for mine in own_steps(jonas)] == ["his"]
    with pytest.raises(NotNow):
        share_step(by=maya, step=name(maya, "late"), match=match)
    stop_sharing_step(by=maya, step=step, match=match)


def test_a_next_mentor_sees_nothing_of_what_the_last_one_was_shown(match, maya, name):
    name(maya, "shown to Jonas", show=True)
    leave_match(by=maya, match=match)
    later = make_match(mentee=maya, mentor=make_person("Claire", (Role.MENTOR,)))
    assert seen(later, later.mentor) == []


def test_when_the_others_account_is_closed_it_is_over_and_mine_stays(match, maya, jonas, name):
    name(maya, "hers", show=True)
    deactivate_person(by=make_person("Ines", (Role.STAFF,)), person=jonas)
    jonas.refresh_from_db()
    assert seen(match, jonas) == []
    assert [mine.words for mine in own_steps(maya)] == ["hers"]
    with pytest.raises(NotNow):
        name(maya, "late", show=True)
    assert own_steps(maya).count() == 1


def test_in_a_pause_what_is_shown_stays_and_nothing_new_reaches_the_other(match, maya, jonas, name):
    shown, kept = name(maya, "before", show=True), name(maya, "kept")
    pause_match(by=jonas, match=match)
    assert seen(match, jonas) == ["before"]
    with pytest.raises(NotNow, match="pause"):
        share_step(by=maya, step=kept, match=match)
    today = timezone.now().date()
    with pytest.raises(NotNow):
        change_step(
            by=maya, step=shown, kind=Kind.STEP, words="a way to write", happened_on=today, share_with=[match]
        )
    change_step(by=maya, step=kept, kind=Kind.STEP, words="for me", happened_on=today)
    stop_sharing_step(by=maya, step=shown, match=match)
    assert seen(match, jonas) == []
    resume_match(by=jonas, match=match)
    share_step(by=maya, step=kept, match=match)
    assert seen(match, jonas) == ["for me"]


def test_without_the_agreements_nothing_reaches_the_other(match, maya, name):
    step = name(maya, "mine")
    Agreement.objects.filter(person=maya).delete()
    forget_what_is_kept(maya)
    with pytest.raises(NotNow, match="agree"):
        share_step(by=maya, step=step, match=match)


def test_the_other_is_told_once_and_nothing_is_quoted(match, maya, jonas, name):
    for number in range(5):
        name(maya, f"secret {number}", show=True)
    name(maya, "kept")
    (notice,) = unseen_of(jonas)
    assert (notice.kind, notice.url) == ("journey.shared", f"/with/{match.pk}/journey/")
    assert not unseen_of(maya).exists()


def test_the_latest_day_stands_first(match, maya, jonas, name):
    today = timezone.now().date()
    for days in (3, 1, 2):
        name(maya, str(days), show=True, happened_on=today - timedelta(days=days))
    assert seen(match, jonas) == ["1", "2", "3"]
