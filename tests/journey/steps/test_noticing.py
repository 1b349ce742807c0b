"""“I noticed this; was it a step?” Whether it was is the other's alone, and so is that they left it."""

from datetime import timedelta

import pytest
import time_machine
from django.http import Http404
from django.utils import timezone

from tests.factories import make_person
from walkalong.journey.steps.errors import NotNow, TakenBack
from walkalong.journey.steps.kinds import Kind
from walkalong.journey.steps.models import Noticing, Step
from walkalong.journey.steps.queries import noticings_by, open_noticings_about
from walkalong.journey.steps.services import (
    accept_noticing,
    forget_what_was_noticed,
    let_noticing_be,
    notice_step,
    take_back_noticing,
)
from walkalong.journey.steps.services.noticing import MOST_IN_A_DAY
from walkalong.matching.services import leave_match, pause_match
from walkalong.notices.queries import unseen_of
from walkalong.people.errors import Refused


@pytest.fixture(params=["mentor", "mentee"])
def who(request, match):
    """Who notices, and the other: either may."""
    other = "mentee" if request.param == "mentor" else "mentor"
    return getattr(match, request.param), getattr(match, other)


def test_noticing_changes_nothing_on_the_others_way(match, who):
    noticer, other = who
    notice_step(by=noticer, match=match, words="You said no on Sunday.")
    assert not Step.objects.exists()
    assert [one.words for one in open_noticings_about(other, match)] == ["You said no on Sunday."]
    assert open_noticings_about(noticer, match) == []
    (notice,) = unseen_of(other)
    assert notice.kind == "journey.noticed"


def test_the_other_makes_it_a_step_in_their_own_words(match, who):
    noticer, other = who
    noticing = notice_step(by=noticer, match=match, words="You said no.")
    step = accept_noticing(by=other, noticing=noticing, kind=Kind.STEP, words="no, and it held")
    assert (step.owner, step.words) == (other, "no, and it held")
    assert accept_noticing(by=other, noticing=noticing, kind=Kind.STEP, words="again") == step
    assert open_noticings_about(other, match) == []
    assert not unseen_of(other).exists()


def test_whether_it_waits_was_left_or_became_a_private_step_looks_the_same_to_who_noticed(match, who):
    noticer, other = who
    waits, left, private = (notice_step(by=noticer, match=match, words=word) for word in ("a", "b", "c"))
    before = [(one.pk, one.words) for one in noticings_by(noticer, match)]
    let_noticing_be(by=other, noticing=left)
    accept_noticing(by=other, noticing=private, kind=Kind.STEP, words="mine alone")
    assert [(one.pk, one.words) for one in noticings_by(noticer, match)] == before
    assert [one.pk for one in open_noticings_about(other, match)] == [waits.pk]
    assert not unseen_of(noticer).exists()


def test_a_step_that_is_shown_takes_its_place(match, who):
    noticer, other = who
    noticing = notice_step(by=noticer, match=match, words="a")
    accept_noticing(by=other, noticing=noticing, kind=Kind.STEP, words="yes", share_with=[match])
    assert noticings_by(noticer, match) == []


def test_the_noticer_answers_nothing_and_the_other_takes_nothing_back(match, who):
    noticer, other = who
    noticing = notice_step(by=noticer, match=match, words="a")
    for person in (noticer, match.ambassador, make_person("Noor")):
        with pytest.raises(Http404):
            accept_noticing(by=person, noticing=noticing, kind=Kind.STEP, words="x")
        with pytest.raises(Http404):
            let_noticing_be(by=person, noticing=noticing)
    for person in (other, match.ambassador):
        with pytest.raises(Http404):
            take_back_noticing(by=person, noticing=noticing)
    assert not Step.objects.exists()


def test_unsaid_it_is_gone_and_the_step_stays(match, who):
    noticer, other = who
    noticing = notice_step(by=noticer, match=match, words="a")
    step = accept_noticing(by=other, noticing=noticing, kind=Kind.STEP, words="mine")
    unread = notice_step(by=noticer, match=match, words="b")
    for one in (noticing, unread):
        take_back_noticing(by=noticer, noticing=one)
    assert not Noticing.objects.exists()
    assert Step.objects.get() == step
    assert not unseen_of(other).exists()
    with pytest.raises(TakenBack):
        accept_noticing(by=other, noticing=unread, kind=Kind.STEP, words="too late")


@pytest.mark.parametrize("end", [pause_match, leave_match])
def test_a_rest_or_an_end_is_kept(match, who, end):
    noticer, other = who
    end(by=other, match=match)
    with pytest.raises(NotNow):
        notice_step(by=noticer, match=match, words="still")


def test_nobody_is_flooded(match, who):
    noticer, other = who
    for number in range(MOST_IN_A_DAY):
        notice_step(by=noticer, match=match, words=str(number))
    with pytest.raises(Refused, match="tomorrow"):
        notice_step(by=noticer, match=match, words="one more")


@pytest.mark.parametrize("words", ["", "a\x00"])
def test_what_cannot_be_said_is_refused_kindly(match, maya, words):
    with pytest.raises(Refused):
        notice_step(by=maya, match=match, words=words)


def test_long_after_the_end_it_is_forgotten_and_steps_stay(match, who, settings):
    noticer, other = who
    noticing = notice_step(by=noticer, match=match, words="a")
    accept_noticing(by=other, noticing=noticing, kind=Kind.STEP, words="mine", share_with=[match])
    leave_match(by=other, match=match)
    kept = timedelta(days=settings.ENDED_MATCH_KEPT_DAYS)
    with time_machine.travel(timezone.now() + kept - timedelta(hours=1), tick=False):
        assert forget_what_was_noticed() == 0
    with time_machine.travel(timezone.now() + kept + timedelta(hours=1), tick=False):
        assert forget_what_was_noticed() == 2
        assert forget_what_was_noticed() == 0
    assert not Noticing.objects.exists()
    assert Step.objects.get().words == "mine"
