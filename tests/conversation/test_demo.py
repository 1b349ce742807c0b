"""Whoever looks into the demo finds talks as long as the walks, and meets the companion."""

from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from tests.factories import sign_in
from walkalong.config.demo import load_demo_programme
from walkalong.conversation import demo
from walkalong.conversation.models import Message
from walkalong.conversation.queries import companion_is_on
from walkalong.journey.steps.models import Step
from walkalong.matching.models import Match
from walkalong.matching.queries import matches_of
from walkalong.people import demo as people
from walkalong.people.queries import forget_programme

FIRST_DAYS = 3  # by then they have said hello
LATELY = 14


@pytest.fixture
def cast(db):
    forget_programme()  # one that another test left behind
    load_demo_programme()
    return people.load()


@pytest.mark.django_db
@pytest.mark.parametrize("today", ["2026-03-01T09:00:00Z", "2026-12-31T21:00:00Z", "2027-07-15T12:00:00Z"])
def test_each_conversation_begins_with_its_walk_and_reaches_today_in_the_order_it_was_said(today):
    with time_machine.travel(today):
        forget_programme()
        load_demo_programme()
        walks = list(Match.objects.all())
        assert walks
        for walk in walks:
            said = [message.created_at for message in Message.objects.filter(match=walk).order_by("seq")]
            assert said == sorted(said)
            assert said[-1] < timezone.now()
            assert walk.started_on <= said[0].date() <= walk.started_on + timedelta(days=FIRST_DAYS)
            assert said[-1] > timezone.now() - timedelta(days=LATELY)
            gaps = [after - before for before, after in zip(said, said[1:], strict=False)]
            assert max(gaps) < (timezone.now() - said[0]) / 2  # they talked all the way


def test_what_maya_said_of_the_letter_was_said_on_the_day_of_her_step(cast):
    days = {step.words: step.happened_on for step in Step.objects.filter(owner=cast["mentee"])}
    said = {message.body: message.created_at.date() for message in Message.objects.all()}
    held = next(day for words, day in days.items() if words.startswith("The letter. Two hours"))
    opened = next(day for words, day in days.items() if words.startswith("Opened it."))
    assert abs(said["I opened it!!"] - opened) <= timedelta(days=1)
    assert any(
        "the letter in my hand" in words and abs(day - held) <= timedelta(days=1)
        for words, day in said.items()
    )


def test_one_mentor_has_the_companion_beside_the_composer_and_loading_again_turns_nothing_on(cast, client):
    jonas, claire = cast["mentor"], cast["mentor2"]
    assert companion_is_on(jonas)
    assert not companion_is_on(claire)
    for match in matches_of(jonas):
        assert b"data-companion" in sign_in(client, jonas).get(f"/with/{match.pk}/").content
    demo.choose_companion(by=jonas, on=False)
    demo.load(cast)
    assert not companion_is_on(jonas)


def test_each_mentee_is_told_where_they_talk_that_the_other_can_have_one(cast, client):
    for mentee in ("mentee", "mentee2", "mentee3"):
        (match,) = matches_of(cast[mentee])
        page = sign_in(client, cast[mentee]).get(f"/with/{match.pk}/").content.decode()
        assert f"{match.mentor.display_name} can have a companion read their own drafts" in page
