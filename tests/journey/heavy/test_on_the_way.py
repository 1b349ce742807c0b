"""Heavy days on the way: a quiet mark for their owner, and nothing of them for anybody else."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.utils import timezone

from tests.factories import make_person
from tests.factories_match import make_match
from walkalong.journey.heavy.kinds import FADES_AFTER
from walkalong.journey.heavy.models import HeavyDay
from walkalong.journey.heavy.on_the_way import heavy_marks
from walkalong.journey.heavy.services import (
    forget_heavy_day,
    keep_words,
    say_today_is_heavy,
    take_back_heavy,
)
from walkalong.journey.steps.kinds import Kind
from walkalong.journey.steps.services import name_step
from walkalong.matching.services import leave_match, pause_match
from walkalong.people.models import Role

MARK = 'class="mark mark--heavy"'


def at_noon(days_ago: int) -> datetime:
    """A day of its own in every zone, also where clocks changed on the way."""
    return timezone.now().replace(hour=12) - timedelta(days=days_ago)


def way_of(client) -> str:
    return client.get("/journey/").content.decode()


@pytest.mark.parametrize("role", ["mentee", "mentor"])
def test_the_owner_sees_a_quiet_mark_without_words_and_the_other_sees_none_on_the_way_of_both(
    match, signed_in, role
):
    by = getattr(match, role)
    other = match.mentor if role == "mentee" else match.mentee
    say_today_is_heavy(by=by, match=match)
    keep_words(by=by, words="could not get up", shown_in=match)
    own = way_of(signed_in(by))
    assert own.count(MARK) == 1
    assert "could not get up" not in own
    assert f"You told {other.display_name}" in own
    for reader in (by, other):
        both = signed_in(reader).get(f"/with/{match.pk}/journey/")
        assert both.status_code == 200
        assert "mark--heavy" not in both.content.decode()
    assert "mark--heavy" not in way_of(signed_in(other))


def test_words_kept_for_oneself_alone_are_told_to_nobody(match, maya, signed_in):
    keep_words(by=maya, words="for me")
    mark = way_of(signed_in(maya)).split(MARK)[1].split("</li>")[0]
    assert "Only you" in mark
    assert "You told" not in mark


def test_taken_back_from_the_other_it_says_so_at_once_and_stays_its_owners(match, maya, signed_in):
    say_today_is_heavy(by=maya, match=match)
    take_back_heavy(by=maya, match=match)
    mark = way_of(signed_in(maya)).split(MARK)[1].split("</li>")[0]
    assert "Only you" in mark


def test_removed_it_is_gone_from_the_way(match, maya, signed_in):
    say_today_is_heavy(by=maya, match=match)
    forget_heavy_day(by=maya, day=HeavyDay.objects.get())
    assert "mark--heavy" not in way_of(signed_in(maya))


def test_said_three_times_on_one_day_it_is_one_mark_on_the_day_as_its_owner_lived_it(match, maya):
    maya.time_zone = "America/Chicago"
    maya.save(update_fields=["time_zone"])
    for hour in (14, 16, 23):
        HeavyDay.objects.create(person=maya, said_at=datetime(2026, 3, 2, hour, tzinfo=UTC))
    HeavyDay.objects.create(person=maya, said_at=datetime(2026, 3, 3, 4, tzinfo=UTC))  # still the 2nd there
    assert [mark.on.isoformat() for mark in heavy_marks(maya)] == ["2026-03-02"]


def test_once_it_has_faded_or_the_two_rest_or_end_it_is_for_its_owner_alone(match, maya):
    say_today_is_heavy(by=maya, match=match)
    assert [mark.seen_by for mark in heavy_marks(maya)] == [["Jonas"]]
    with time_machine.travel(timezone.now() + FADES_AFTER + timedelta(minutes=1), tick=False):
        assert [mark.seen_by for mark in heavy_marks(maya)] == [[]]
    for change in (pause_match, leave_match):
        change(by=maya, match=match)
        assert [mark.seen_by for mark in heavy_marks(maya)] == [[]]


def test_a_mentor_of_two_sees_whom_they_told(match, jonas):
    second = make_match(make_person("Ravi", (Role.MENTEE,)), jonas)
    for each in (match, second):
        say_today_is_heavy(by=jonas, match=each)
    assert [set(mark.seen_by) for mark in heavy_marks(jonas)] == [{"Maya", "Ravi"}]


def test_it_stands_among_the_steps_of_its_time_once_however_the_way_is_cut(match, maya, signed_in):
    today = timezone.localdate()
    for days in range(70):
        name_step(by=maya, words=f"step {days}", kind=Kind.STEP, happened_on=today - timedelta(days=days))
    HeavyDay.objects.create(person=maya, said_at=timezone.now() - timedelta(days=33))
    client = signed_in(maya)
    first = client.get("/journey/").content.decode()
    assert MARK not in first
    further = first.split('href="?before=')[1].split("#")[0]
    second = client.get(f"/journey/?before={further}").content.decode()
    assert second.count(MARK) == 1
    assert second.index("step 32<") < second.index(MARK) < second.index("step 34<")


def test_many_heavy_days_cost_no_more_questions_than_one(
    match, maya, signed_in, django_assert_max_num_queries
):
    for days in range(1, 120):
        HeavyDay.objects.create(person=maya, words="w", said_at=at_noon(days))
    client = signed_in(maya)
    client.get("/journey/")
    with django_assert_max_num_queries(10):
        assert client.get("/journey/").content.decode().count(MARK) == 119
