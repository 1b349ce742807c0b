"""Whoever looks into the demo finds a way of half a year and one of nearly a whole year, told by both."""

from datetime import timedelta

import pytest
from django.utils import timezone

from walkalong.config.demo import load_demo_programme
from walkalong.journey.steps import demo
from walkalong.journey.steps.kinds import Kind
from walkalong.journey.steps.models import Celebration, Step
from walkalong.journey.steps.queries import open_noticings_about, own_steps, steps_of_both
from walkalong.matching.queries import matches_of
from walkalong.people import demo as people
from walkalong.people.models import Person
from walkalong.people.queries import forget_programme


@pytest.mark.django_db
def test_the_demo_shows_every_kind_of_waymark_of_both():
    forget_programme()  # one that another test left behind
    load_demo_programme()
    cast = people.load()
    maya, jonas = cast["mentee"], cast["mentor"]
    (match,) = matches_of(maya)
    mine = own_steps(maya)
    assert {step.kind for step in mine} == set(Kind.values)
    assert mine.last().happened_on < timezone.now().date() - timedelta(days=150)
    shown = steps_of_both(match, maya)
    assert {step.owner_id for step in shown} == {maya.pk, jonas.pk}
    assert 0 < shown.filter(owner=maya).count() < mine.count()  # some of it is hers alone
    assert all(given.step.owner_id != given.by_id for given in Celebration.objects.select_related("step"))
    assert open_noticings_about(maya, match)
    met = mine.get(mark="first_meeting").happened_on
    assert match.started_on <= met

    aoife = cast["mentee3"]
    (walk,) = matches_of(aoife)
    nearly_a_year = own_steps(aoife)
    assert {step.kind for step in nearly_a_year} == set(Kind.values)
    assert walk.started_on <= nearly_a_year.last().happened_on < timezone.now().date() - timedelta(days=280)
    assert nearly_a_year.get(kind=Kind.FROM_HERE).about.kind == Kind.HARD
    assert 0 < steps_of_both(walk, aoife).filter(owner=aoife).count() < nearly_a_year.count()

    before = Step.objects.count()
    demo.load(cast)
    assert Step.objects.count() == before
    assert Person.objects.count() == len(people.CAST)
