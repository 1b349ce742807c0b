"""“I've got it from here”: of anything, any day, with or without words; and taken back."""

import pytest
from django.http import Http404

from walkalong.journey.steps.kinds import Kind
from walkalong.journey.steps.models import Step
from walkalong.journey.steps.queries import own_steps, shared_step
from walkalong.journey.steps.services import change_step, say_from_here, take_back_step
from walkalong.journey.steps.way import what_it_is_about
from walkalong.people.errors import Refused


@pytest.mark.parametrize("kind", [Kind.STEP, Kind.HARD, Kind.MILESTONE])
def test_it_is_said_of_anything_and_stands_on_the_way(maya, name, kind):
    thing = name(maya, "letters", kind=kind)
    said = say_from_here(by=maya, step=thing)
    assert (said.kind, said.about, said.words) == (Kind.FROM_HERE, thing, "")
    assert own_steps(maya).count() == 2


def test_said_twice_it_is_said_once_and_not_of_itself(maya, name):
    thing = name(maya, "letters", kind=Kind.HARD)
    said = say_from_here(by=maya, step=thing)
    assert say_from_here(by=maya, step=thing, words="again") == said
    with pytest.raises(Refused):
        say_from_here(by=maya, step=said)


def test_taken_back_the_thing_stays_and_it_may_be_said_again(maya, name):
    thing = name(maya, "letters")
    take_back_step(by=maya, step=say_from_here(by=maya, step=thing))
    assert own_steps(maya).get() == thing
    say_from_here(by=maya, step=thing)


def test_it_goes_with_what_it_was_said_of(maya, name):
    thing = name(maya, "letters")
    say_from_here(by=maya, step=thing)
    take_back_step(by=maya, step=thing)
    assert not Step.objects.exists()


def test_nobody_says_it_of_anothers(maya, jonas, name):
    with pytest.raises(Http404):
        say_from_here(by=jonas, step=name(maya, "letters", show=True))


def test_said_by_itself_it_needs_a_word(maya, name):
    with pytest.raises(Refused, match="got from here"):
        name(maya, " ", kind=Kind.FROM_HERE)
    assert name(maya, "the bus", kind=Kind.FROM_HERE).about is None


def test_shown_without_what_it_is_about_the_other_does_not_read_that(match, maya, jonas, name):
    private, shown = name(maya, "the private thing"), name(maya, "the shown thing", show=True)
    of_private = say_from_here(by=maya, step=private, share_with=[match])
    of_shown = say_from_here(by=maya, step=shown, share_with=[match])
    assert what_it_is_about(shared_step(match, jonas, of_private.pk), mine=False) == ""
    assert what_it_is_about(shared_step(match, jonas, of_shown.pk), mine=False) == "the shown thing"


def test_it_stays_what_it_is_when_said_differently(maya, name):
    thing = name(maya, "letters")
    said = say_from_here(by=maya, step=thing)
    change_step(by=maya, step=said, kind=Kind.STEP, words="on Thursdays", happened_on=said.happened_on)
    change_step(by=maya, step=thing, kind=Kind.FROM_HERE, words="letters!", happened_on=thing.happened_on)
    kinds = dict(Step.objects.values_list("pk", "kind"))
    assert kinds == {said.pk: Kind.FROM_HERE, thing.pk: Kind.STEP}
