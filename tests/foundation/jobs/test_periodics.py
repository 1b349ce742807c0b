"""Functions that come round again."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine

from walkalong.foundation.jobs import periodic, periodic_runs, queries, reaper
from walkalong.foundation.jobs.models import PeriodicRun
from walkalong.foundation.jobs.testing import run_everything_due

pytestmark = pytest.mark.django_db
NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
ran: list[str] = []


@pytest.fixture(autouse=True)
def hourly() -> None:
    ran.clear()

    @periodic(every=timedelta(hours=1))
    def sweep() -> None:
        ran.append("sweep")


def test_a_new_periodic_runs_at_once_and_then_when_its_time_comes() -> None:
    with time_machine.travel(NOON, tick=False) as clock:
        run_everything_due()
        run_everything_due()
        assert len(ran) == 1
        clock.shift(timedelta(minutes=59))
        run_everything_due()
        assert len(ran) == 1
        clock.shift(timedelta(minutes=2))
        run_everything_due()
        assert len(ran) == 2


def test_what_was_missed_while_nobody_worked_runs_once() -> None:
    with time_machine.travel(NOON, tick=False) as clock:
        run_everything_due()
        clock.shift(timedelta(days=3))
        run_everything_due()
    assert len(ran) == 2


def test_two_workers_do_not_run_it_both() -> None:
    periodic_runs.list_all()
    seen: list[int] = []

    @periodic(every=timedelta(hours=1))
    def looks_again() -> None:
        seen.append(1)
        periodic_runs.run_due("another worker")  # while this one is at it

    periodic_runs.list_all()
    periodic_runs.run_due("one worker")
    assert seen == [1]
    assert ran == ["sweep"]


def test_a_failing_periodic_is_tried_again_soon_and_later_each_time(caplog: pytest.LogCaptureFixture) -> None:
    @periodic(every=timedelta(days=1))
    def breaks() -> None:
        ran.append("breaks")
        raise RuntimeError("secret words")

    with time_machine.travel(NOON, tick=False) as clock:
        run_everything_due(raising=False)
        clock.shift(timedelta(seconds=61))
        run_everything_due(raising=False)
        clock.shift(timedelta(seconds=61))
        run_everything_due(raising=False)
        assert ran.count("breaks") == 2
        clock.shift(timedelta(seconds=61))
        run_everything_due(raising=False)
        assert ran.count("breaks") == 3
    assert "periodic failed" in caplog.text
    assert not any("secret" in str(vars(record)) for record in caplog.records)


def test_the_periodic_of_a_dead_worker_is_freed_and_of_a_living_one_not() -> None:
    with time_machine.travel(NOON, tick=False) as clock:
        periodic_runs.list_all()
        PeriodicRun.objects.update(running_since=NOON, running_by="one")
        clock.shift(timedelta(minutes=10))
        reaper.beat("one")
        reaper.reap()
        run_everything_due()
        assert ran == []
        clock.shift(timedelta(minutes=10))
        reaper.reap()
        run_everything_due()
        assert ran == ["sweep"]


def test_a_shortened_interval_counts_at_once() -> None:
    with time_machine.travel(NOON, tick=False) as clock:
        run_everything_due()
        PeriodicRun.objects.update(due_at=NOON + timedelta(days=365))
        clock.shift(timedelta(seconds=1))
        periodic_runs.list_all()
        clock.shift(timedelta(hours=1))
        run_everything_due()
    assert len(ran) == 2


def test_what_is_overdue_is_said() -> None:
    with time_machine.travel(NOON, tick=False):
        periodic_runs.list_all()
        assert queries.overdue(NOON + timedelta(minutes=5)) == []
        assert len(queries.overdue(NOON + timedelta(hours=1))) == 1


def test_a_periodic_needs_time_between_two_runs() -> None:
    with pytest.raises(ValueError, match="positive"):
        periodic(every=timedelta(0))
