"""The small shared moment: a lamp each."""

from uuid import uuid4

import pytest
from django.http import Http404

from tests.factories import make_person
from walkalong.foundation.realtime import NotAllowed
from walkalong.journey.steps.errors import NotNow, TakenBack
from walkalong.journey.steps.live import JourneyStream
from walkalong.journey.steps.models import Lamp
from walkalong.journey.steps.services import light_lamp, put_out_lamp, take_back_step
from walkalong.journey.steps.topics import topic_of
from walkalong.matching.services import leave_match, pause_match
from walkalong.notices.queries import unseen_of

STREAM = JourneyStream()


@pytest.fixture
def step(maya, name):
    return name(maya, "made soup", show=True)


def caught_up(person, match, since):
    (frame,) = STREAM.catch_up(person, topic_of(match.pk), since).frames
    return frame


def test_each_lights_one_lamp_and_both_hear_when_both_burn(match, maya, jonas, step):
    light_lamp(by=jonas, match=match, step_id=step.pk)
    light_lamp(by=jonas, match=match, step_id=step.pk)
    before = caught_up(maya, match, 0)
    assert before["together"] == ""
    light_lamp(by=maya, match=match, step_id=step.pk)
    for person in (maya, jonas):
        assert caught_up(person, match, before["last"])["together"] == str(step.pk)
    assert Lamp.objects.count() == 2


def test_a_page_that_knows_it_already_or_knows_nothing_yet_does_not_glow_again(match, maya, jonas, step):
    for person in (jonas, maya):
        light_lamp(by=person, match=match, step_id=step.pk)
    last = caught_up(maya, match, None)
    assert last["together"] == ""
    assert caught_up(maya, match, last["last"])["together"] == ""


def test_a_lamp_is_put_out_by_its_own_hand_alone(match, maya, jonas, step):
    light_lamp(by=jonas, match=match, step_id=step.pk)
    put_out_lamp(by=maya, match=match, step_id=step.pk)
    assert Lamp.objects.count() == 1
    assert unseen_of(maya).filter(kind="journey.lamp").exists()
    put_out_lamp(by=jonas, match=match, step_id=step.pk)
    assert not Lamp.objects.exists()
    assert not unseen_of(maya).filter(kind="journey.lamp").exists()


def test_nothing_is_lit_for_what_is_gone_private_or_strange(match, maya, jonas, step, name):
    for step_id in (name(maya, "private").pk, uuid4()):
        with pytest.raises(TakenBack):
            light_lamp(by=jonas, match=match, step_id=step_id)
    take_back_step(by=maya, step=step)
    with pytest.raises(TakenBack):
        light_lamp(by=jonas, match=match, step_id=step.pk)
    with pytest.raises(Http404):
        light_lamp(by=make_person("Noor"), match=match, step_id=step.pk)


def test_in_a_pause_no_lamp_is_lit_and_ones_own_may_still_be_put_out(match, maya, jonas, step):
    light_lamp(by=jonas, match=match, step_id=step.pk)
    pause_match(by=maya, match=match)
    with pytest.raises(NotNow):
        light_lamp(by=maya, match=match, step_id=step.pk)
    put_out_lamp(by=jonas, match=match, step_id=step.pk)
    assert not Lamp.objects.exists()


def test_every_change_that_both_see_has_a_number_and_private_ones_have_none(match, maya, jonas, name, step):
    at = caught_up(jonas, match, None)["last"]
    name(maya, "private")
    assert caught_up(jonas, match, at)["last"] == at
    light_lamp(by=jonas, match=match, step_id=step.pk)
    assert caught_up(jonas, match, at)["last"] == at + 1
    take_back_step(by=maya, step=step)
    assert caught_up(jonas, match, at)["last"] == at + 2


def test_only_the_two_hear_of_it_and_only_while_they_walk(match, maya, jonas):
    topic = topic_of(match.pk)
    assert topic in STREAM.topics(maya)
    for person in (make_person("Noor"), match.ambassador):
        assert topic not in STREAM.topics(person)
        with pytest.raises(NotAllowed):
            STREAM.catch_up(person, topic, 0)
    pause_match(by=maya, match=match)
    assert caught_up(jonas, match, 0)["state"] == "paused"
    leave_match(by=maya, match=match)
    assert topic not in STREAM.topics(jonas)
    with pytest.raises(NotAllowed):
        STREAM.catch_up(jonas, topic, 0)


@pytest.mark.parametrize("topic", ["journey:x", "match:1", "journey:"])
def test_strange_topics_are_nobodys(maya, topic):
    with pytest.raises(NotAllowed):
        STREAM.catch_up(maya, topic, 0)


def test_what_a_page_says_is_not_passed_on(maya, match):
    assert STREAM.from_client(maya, topic_of(match.pk), {"type": "journey", "together": "x"}) is None


def test_catching_up_asks_little(match, maya, jonas, step, django_assert_max_num_queries):
    for person in (jonas, maya):
        light_lamp(by=person, match=match, step_id=step.pk)
    last = caught_up(maya, match, None)["last"]
    with django_assert_max_num_queries(1):
        caught_up(maya, match, last)
    with django_assert_max_num_queries(4):
        caught_up(maya, match, 0)
