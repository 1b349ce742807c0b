"""The other answers a step with words or a picture; it is then the owner's to keep, or not."""

from uuid import uuid4

import pytest
from django.http import Http404

from tests.conversation.pictures import photo
from tests.factories import make_person
from walkalong.foundation.crypto.models import StoredMedia
from walkalong.journey.steps.errors import NotNow, TakenBack
from walkalong.journey.steps.models import Celebration
from walkalong.journey.steps.rules import may_see_celebration
from walkalong.journey.steps.services import (
    celebrate,
    stop_sharing_step,
    take_back_celebration,
    take_back_step,
)
from walkalong.journey.steps.services.celebrating import MOST_FOR_ONE_STEP
from walkalong.matching.services import leave_match, pause_match
from walkalong.notices.queries import unseen_of
from walkalong.people.errors import Refused


@pytest.fixture
def step(maya, name):
    return name(maya, "opened it", show=True)


def test_words_arrive_as_they_were_typed_and_the_owner_is_told(match, maya, jonas, step):
    given = celebrate(by=jonas, match=match, step_id=step.pk, words=" I saw you.\nتهانينا 🕯️ ")
    assert Celebration.objects.get().words == " I saw you.\nتهانينا 🕯️ "
    assert given.words_scope == f"person:{maya.pk}:journey"
    (notice,) = unseen_of(maya)
    assert (notice.kind, notice.url) == ("journey.celebrated", f"/with/{match.pk}/journey/{step.pk}/")


def test_a_picture_alone_is_enough_and_carries_nothing_along(match, jonas, step):
    given = celebrate(by=jonas, match=match, step_id=step.pk, picture=photo(), alt="a lake")
    stored = StoredMedia.objects.get(pk=given.media_id)
    assert (stored.content_type, stored.scope) == ("image/webp", step.words_scope)
    assert given.alt == "a lake"


@pytest.mark.parametrize("bad", [{"words": ""}, {"words": "a\x00"}, {"picture": b"no picture"}])
def test_what_cannot_be_given_is_refused_kindly(match, jonas, step, bad):
    with pytest.raises(Refused):
        celebrate(by=jonas, match=match, step_id=step.pk, **bad)
    assert not Celebration.objects.exists()
    assert not StoredMedia.objects.exists()


def test_pressed_twice_it_is_given_once(match, jonas, step):
    press = uuid4()
    one = celebrate(by=jonas, match=match, step_id=step.pk, words="well", press_id=press)
    assert celebrate(by=jonas, match=match, step_id=step.pk, words="well", press_id=press) == one


def test_one_does_not_applaud_oneself(match, maya, step):
    with pytest.raises(Refused, match="your own"):
        celebrate(by=maya, match=match, step_id=step.pk, words="well done me")


def test_a_step_taken_back_while_it_is_celebrated_leaves_nothing(match, maya, jonas, step):
    take_back_step(by=maya, step=step)
    with pytest.raises(TakenBack):
        celebrate(by=jonas, match=match, step_id=step.pk, words="too late", picture=photo())
    assert not StoredMedia.objects.exists()
    assert not unseen_of(maya).exists()


def test_neither_does_one_that_is_private_or_never_was(match, maya, jonas, step, name):
    stop_sharing_step(by=maya, step=step, match=match)
    for step_id in (step.pk, name(maya, "private").pk, uuid4()):
        with pytest.raises(TakenBack):
            celebrate(by=jonas, match=match, step_id=step_id, words="words")


def test_a_stranger_cannot(match, step):
    with pytest.raises(Http404):
        celebrate(by=make_person("Noor"), match=match, step_id=step.pk, words="hello")


@pytest.mark.parametrize("end", [pause_match, leave_match])
def test_a_rest_or_an_end_is_kept(match, maya, jonas, step, end):
    end(by=maya, match=match)
    with pytest.raises(NotNow):
        celebrate(by=jonas, match=match, step_id=step.pk, words="still")


def test_even_kindness_has_a_measure(match, jonas, step):
    for number in range(MOST_FOR_ONE_STEP):
        celebrate(by=jonas, match=match, step_id=step.pk, words=str(number))
    with pytest.raises(Refused, match="conversation"):
        celebrate(by=jonas, match=match, step_id=step.pk, words="and one more")


def test_the_owner_keeps_it_after_the_end_and_the_giver_does_not_see_it_any_more(match, maya, jonas, step):
    given = celebrate(by=jonas, match=match, step_id=step.pk, words="yours")
    assert may_see_celebration(jonas, given)
    leave_match(by=maya, match=match)
    given = Celebration.objects.get()
    assert may_see_celebration(maya, given)
    assert not may_see_celebration(jonas, given)


@pytest.mark.parametrize("side", ["mentee", "mentor"])
def test_the_giver_takes_it_back_and_the_owner_need_not_keep_it(match, maya, step, side):
    given = celebrate(by=match.mentor, match=match, step_id=step.pk, words="hm", picture=photo())
    with pytest.raises(Http404):
        take_back_celebration(by=make_person("Noor"), celebration=given)
    take_back_celebration(by=getattr(match, side), celebration=given)
    assert not Celebration.objects.exists()
    assert not StoredMedia.objects.exists()
    assert not unseen_of(maya).exists()


def test_pictures_go_with_the_step(match, maya, jonas, step):
    celebrate(by=jonas, match=match, step_id=step.pk, picture=photo())
    take_back_step(by=maya, step=step)
    assert not StoredMedia.objects.exists()
