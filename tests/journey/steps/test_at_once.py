"""Two presses at the same moment, on real connections."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from uuid import uuid4

import pytest
from django.db import connection

from tests.conversation.pictures import photo
from tests.factories_match import make_match
from walkalong.foundation.crypto.models import StoredMedia
from walkalong.journey.steps.errors import TakenBack
from walkalong.journey.steps.kinds import Kind
from walkalong.journey.steps.models import Celebration, Lamp, PairJourney, SharedStep, Step
from walkalong.journey.steps.services import (
    celebrate,
    light_lamp,
    name_step,
    say_from_here,
    share_step,
    take_back_step,
)

pytestmark = pytest.mark.django_db(transaction=True)
PICTURE = photo(size=(16, 16))


def all_at_once(*acts):
    """Run each act in a thread of its own, started together; answers what came of each."""
    gate = Barrier(len(acts))

    def run(act):
        gate.wait()
        try:
            return act()
        except TakenBack:
            return TakenBack
        finally:
            connection.close()

    with ThreadPoolExecutor(len(acts)) as threads:
        return list(threads.map(run, acts))


def test_a_step_taken_back_in_the_moment_it_is_celebrated_leaves_nothing_behind():
    match = make_match()
    for _ in range(6):
        step = name_step(by=match.mentee, kind=Kind.STEP, words="hm", share_with=[match])
        gone = Step.objects.get(pk=step.pk)
        all_at_once(
            lambda step=step: celebrate(
                by=match.mentor, match=match, step_id=step.pk, words="well", picture=PICTURE
            ),
            lambda gone=gone: take_back_step(by=match.mentee, step=gone),
            lambda step=step: light_lamp(by=match.mentor, match=match, step_id=step.pk),
        )
    for kind in (Step, Celebration, Lamp, SharedStep, StoredMedia):
        assert not kind.objects.exists(), kind


def test_one_press_that_arrives_several_times_at_once_is_one_step():
    match, press = make_match(), uuid4()

    def name():
        return name_step(by=match.mentee, kind=Kind.STEP, words="hm", share_with=[match], press_id=press)

    assert len({step.pk for step in all_at_once(*[name] * 4)}) == 1
    assert Step.objects.count() == SharedStep.objects.count() == 1


def test_said_share_and_lit_at_once_each_holds_once_and_every_change_is_numbered():
    match = make_match()
    step = name_step(by=match.mentee, kind=Kind.HARD, words="hm", share_with=[match])
    other = name_step(by=match.mentee, kind=Kind.STEP, words="ha")
    before = PairJourney.objects.get(match=match).last_change
    all_at_once(
        *[lambda: say_from_here(by=match.mentee, step=step)] * 2,
        *[lambda: share_step(by=match.mentee, step=other, match=match)] * 2,
        *[lambda: light_lamp(by=match.mentor, match=match, step_id=step.pk)] * 2,
        lambda: light_lamp(by=match.mentee, match=match, step_id=step.pk),
    )
    assert Step.objects.filter(about=step).count() == 1
    assert SharedStep.objects.filter(step=other).count() == 1
    assert Lamp.objects.count() == 2
    assert PairJourney.objects.get(match=match).last_change == before + 3
