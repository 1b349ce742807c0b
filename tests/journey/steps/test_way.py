"""The timeline: in order, in stretches, with the days everybody knows, also with 5,000 steps."""

from datetime import date, timedelta
from uuid import uuid4

import pytest
import time_machine
from django.utils import timezone

from walkalong.journey.steps.anniversaries import anniversaries, months_after
from walkalong.journey.steps.kinds import Kind
from walkalong.journey.steps.models import Step
from walkalong.journey.steps.queries import own_steps
from walkalong.journey.steps.way import AT_ONCE, place_in, stretch_of
from walkalong.matching.models import Match
from walkalong.matching.services import leave_match


def walked(maya, days=(), steps=None):
    """Every waymark from the present to the beginning, page after page, and how many pages."""
    steps = own_steps(maya) if steps is None else steps
    place, marks, pages = None, [], 0
    while True:
        stretch = stretch_of(maya, steps, days, place)
        marks += [mark for month in stretch.months for mark in month.waymarks]
        pages += 1
        if stretch.earlier is None:
            return marks, pages
        place = place_in(str(stretch.earlier), "")


def many(maya, number, per_day=1):
    today = timezone.localdate()
    Step.objects.bulk_create(
        [
            Step(owner=maya, words=f"step {n}", happened_on=today - timedelta(days=n // per_day))
            for n in range(number)
        ]
    )


def test_five_thousand_steps_are_walked_without_losing_or_repeating_one(maya):
    many(maya, 5_000, per_day=3)
    marks, pages = walked(maya)
    assert len({mark.step.pk for mark in marks}) == len(marks) == 5_000
    assert pages == -(-5_000 // AT_ONCE)
    days = [mark.on for mark in marks]
    assert days == sorted(days, reverse=True)


def test_a_page_of_five_thousand_is_as_light_as_a_page_of_fifty(
    maya, signed_in, django_assert_max_num_queries
):
    many(maya, 5_000, per_day=40)
    client = signed_in(maya)
    client.get("/journey/")
    with django_assert_max_num_queries(9):
        page = client.get("/journey/").content.decode()
    assert page.count('class="mark mark--step') == AT_ONCE
    assert "Further back" in page


def test_every_known_day_stands_once_wherever_stretches_end(match, maya):
    Match.objects.filter(pk=match.pk).update(started_on=timezone.localdate() - timedelta(days=400))
    match.refresh_from_db()
    many(maya, 900, per_day=2)
    days = anniversaries(maya, [match], timezone.localdate())
    marks, _pages = walked(maya, days)
    assert [mark.said for mark in marks if mark.look == "day"] == [day.words for day in days]
    on = [mark.on for mark in marks]
    assert on == sorted(on, reverse=True)


def test_a_day_is_found_again(maya, name):
    for days in (10, 20, 30):
        name(maya, str(days), happened_on=timezone.localdate() - timedelta(days=days))
    wanted = place_in("", (timezone.localdate() - timedelta(days=20)).isoformat())
    shown = stretch_of(maya, own_steps(maya), [], wanted)
    assert [mark.step.words for month in shown.months for mark in month.waymarks] == ["20", "30"]
    assert shown.begins_later


@pytest.mark.parametrize(
    ("before", "day"), [("x", ""), ("2026-01-01", ""), ("2026-13-01.x", ""), ("", "yesterday"), ("", "0")]
)
def test_a_strange_address_shows_the_present(before, day):
    assert place_in(before, day) is None


def test_the_days_of_a_walk_come_by_and_by(match, maya, jonas):
    match.started_on = date(2026, 1, 31)

    def said(today, person=maya):
        return [(day.on, day.words) for day in anniversaries(person, [match], today)]

    began = (date(2026, 1, 31), "You and Jonas began to walk together")
    month = (date(2026, 2, 28), "A month with Jonas at your side")
    assert said(date(2026, 1, 31)) == [began]
    assert said(date(2026, 2, 28)) == [month, began]
    assert said(date(2026, 7, 31))[0] == (date(2026, 7, 31), "Half a year, you and Jonas")
    assert said(date(2027, 1, 31))[0] == (date(2027, 1, 31), "A whole year, you and Jonas")
    assert said(date(2026, 2, 28), jonas)[0][1] == "A month with Maya at your side"


def test_months_end_where_the_calendar_says():
    assert months_after(date(2026, 8, 31), 6) == date(2027, 2, 28)
    assert months_after(date(2027, 8, 31), 6) == date(2028, 2, 29)
    assert months_after(date(2026, 5, 7), 12) == date(2027, 5, 7)


def test_an_ended_walk_stands_there_without_a_name_and_goes_no_further(match, maya):
    Match.objects.filter(pk=match.pk).update(started_on=timezone.now().date() - timedelta(days=70))
    leave_match(by=maya, match=match)
    match.refresh_from_db()
    later = timezone.now() + timedelta(days=400)
    with time_machine.travel(later, tick=False):
        said = [day.words for day in anniversaries(maya, [match], timezone.localdate())]
    assert said == ["A month of walking together", "A walk together began"]


def test_a_hard_stretch_is_drawn_as_part_of_the_way(maya, name, signed_in):
    name(maya, "a bad week", kind=Kind.HARD)
    page = signed_in(maya).get("/journey/").content.decode()
    assert "mark--hard" in page
    assert "danger" not in page.split('id="way"')[1].split("way__end")[0]


def test_a_step_that_is_gone_is_no_place_one_cannot_go_back_from(maya, name, signed_in):
    name(maya, "here", happened_on=date(2020, 1, 1))
    page = signed_in(maya).get(f"/journey/?before=2021-01-01.{uuid4()}").content.decode()
    assert "here" in page
    assert "To the present" in page
