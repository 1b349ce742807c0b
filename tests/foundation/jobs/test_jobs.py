"""Jobs: asked for with the transaction, tried again, given up, given back."""

from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import uuid4

import pytest
import time_machine
from django.db import transaction
from django.utils import timezone
from django_tasks.base import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from tests.foundation.jobs import sample
from walkalong.foundation.jobs import jobs, queries, reaper, running, wake
from walkalong.foundation.jobs.decorator import NotAnId
from walkalong.foundation.jobs.models import WorkerSeen
from walkalong.foundation.jobs.testing import run_everything_due

pytestmark = pytest.mark.django_db
NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)


def test_a_job_runs_with_its_ids() -> None:
    someone = uuid4()
    sample.note.enqueue(someone)
    sample.note.enqueue(value=7)
    assert run_everything_due() == 2
    assert sample.done == [str(someone), 7]


def test_a_job_runs_once() -> None:
    sample.note.enqueue(1)
    run_everything_due()
    assert run_everything_due() == 0


def test_a_job_asked_for_by_a_job_runs_too() -> None:
    sample.asks_for_more.enqueue(3)
    assert run_everything_due() == 4


def test_a_job_disappears_with_its_transaction() -> None:
    with transaction.atomic():
        sample.note.enqueue(1)
        transaction.set_rollback(True)
    assert run_everything_due() == 0


@pytest.mark.parametrize(
    "words", ["I feel alone", "a\nb", b"bytes", {"a": 1}, ["a"], 1.5, object(), "x" * 16_001]
)
def test_words_are_refused_as_arguments_and_not_repeated(words: Any) -> None:
    with pytest.raises(NotAnId) as refused:
        sample.note.enqueue(words)
    assert "alone" not in str(refused.value)
    assert not DBTaskResult.objects.exists()


def test_a_delayed_job_waits() -> None:
    with time_machine.travel(NOON, tick=False) as clock:
        sample.note.using(run_after=NOON + timedelta(minutes=5)).enqueue(1)
        assert run_everything_due() == 0
        clock.shift(timedelta(minutes=5))
        assert run_everything_due() == 1


def test_a_failed_job_comes_back_later_and_succeeds() -> None:
    sample.failures_left = 1
    with time_machine.travel(NOON, tick=False) as clock:
        sample.note.enqueue(1)
        run_everything_due(raising=False)
        assert run_everything_due() == 0, "not at once"
        clock.shift(timedelta(seconds=13))
        assert run_everything_due() == 1
    assert sample.done == [1]
    assert DBTaskResult.objects.get().status == TaskResultStatus.SUCCESSFUL


def test_a_job_that_keeps_failing_is_given_up_and_said_without_content(
    caplog: pytest.LogCaptureFixture,
) -> None:
    sample.failures_left = 99
    with time_machine.travel(NOON, tick=False) as clock:
        sample.note.enqueue("some-id")
        for _ in range(10):
            run_everything_due(raising=False)
            clock.shift(timedelta(hours=2))
    kept = DBTaskResult.objects.get()
    assert kept.status == TaskResultStatus.FAILED
    assert len(kept.worker_ids) == 3
    given_up = [record for record in caplog.records if record.getMessage() == "job given up"]
    assert len(given_up) == 1
    assert given_up[0].job == "tests.foundation.jobs.sample.note"  # type: ignore[attr-defined]
    assert not any(
        "secret" in str(vars(record)) or "some-id" in str(vars(record)) for record in caplog.records
    )


def test_neither_an_exceptions_message_nor_a_result_is_stored() -> None:
    sample.failures_left = 1
    with time_machine.travel(NOON, tick=False) as clock:
        sample.note.enqueue(1)
        run_everything_due(raising=False)
        failed = DBTaskResult.objects.get()
        assert failed.exception_class_path == "builtins.ValueError"
        assert "sample.py" in failed.traceback
        assert "secret" not in str(vars(failed))
        clock.shift(timedelta(minutes=1))
        run_everything_due()
    assert DBTaskResult.objects.get().return_value is None


def test_the_wait_grows_and_ends_at_an_hour() -> None:
    waits = [running.delay_before(attempt).total_seconds() for attempt in range(2, 12)]
    assert 10 <= waits[0] <= 12
    assert 40 <= waits[1] <= 48
    assert all(3600 <= wait <= 4320 for wait in waits[5:])


def test_a_job_that_no_longer_exists_in_the_code_is_given_up() -> None:
    sample.note.enqueue(1)
    DBTaskResult.objects.update(task_path="tests.foundation.jobs.sample.removed")
    run_everything_due(raising=False)
    assert DBTaskResult.objects.get().status == TaskResultStatus.FAILED


def test_only_one_worker_gets_a_job() -> None:
    sample.note.enqueue(1)
    assert running.claim_one("a") is not None
    assert running.claim_one("b") is None


def claimed_by(worker: str) -> DBTaskResult:
    sample.note.enqueue(1)
    task = running.claim_one(worker)
    assert task is not None
    return task


def test_the_job_of_a_dead_worker_is_given_back() -> None:
    with time_machine.travel(NOON, tick=False) as clock:
        reaper.beat("dead")
        claimed_by("dead")
        clock.shift(reaper.DEAD_AFTER + timedelta(seconds=1))
        assert reaper.reap() == 1
        clock.shift(timedelta(minutes=1))
        assert run_everything_due() == 1
    assert sample.done == [1]


def test_the_job_of_a_living_worker_stays_with_it_however_long_it_takes() -> None:
    with time_machine.travel(NOON, tick=False) as clock:
        claimed_by("alive")
        clock.shift(timedelta(hours=5))
        reaper.beat("alive")
        assert reaper.reap() == 0


def test_a_job_that_kills_its_worker_each_time_is_given_up() -> None:
    with time_machine.travel(NOON, tick=False) as clock:
        sample.note.enqueue(1)
        for attempt in range(3):
            assert running.claim_one(f"worker{attempt}") is not None
            clock.shift(timedelta(hours=2))
            reaper.reap()
            clock.shift(timedelta(hours=2))
        assert running.claim_one("another") is None
    assert DBTaskResult.objects.get().status == TaskResultStatus.FAILED


def test_a_worker_thought_dead_does_not_overwrite_what_its_successor_does() -> None:
    with time_machine.travel(NOON, tick=False) as clock:
        slow = claimed_by("slow")
        clock.shift(timedelta(hours=1))
        reaper.reap()
        clock.shift(timedelta(hours=1))
        assert running.claim_one("successor") is not None
        sample.failures_left = 1
        running.run(slow)
    now = DBTaskResult.objects.get()
    assert (now.status, now.worker_ids) == (TaskResultStatus.RUNNING, ["slow", "successor"])


def test_finished_jobs_are_forgotten_failed_ones_later() -> None:
    with time_machine.travel(NOON, tick=False) as clock:
        sample.note.enqueue(1)
        run_everything_due()
        DBTaskResult.objects.create(
            args_kwargs={"args": [], "kwargs": {}},
            task_path="x",
            backend_name="default",
            run_after=NOON,
            status=TaskResultStatus.FAILED,
            finished_at=NOON,
        )
        sample.note.using(run_after=NOON + timedelta(days=90)).enqueue(2)
        clock.shift(timedelta(days=2))
        jobs.prune_results()
        assert set(DBTaskResult.objects.values_list("status", flat=True)) == {"FAILED", "READY"}
        clock.shift(timedelta(days=30))
        jobs.prune_results()
        assert set(DBTaskResult.objects.values_list("status", flat=True)) == {"READY"}


def test_asking_wakes_the_worker_after_the_commit_only(django_capture_on_commit_callbacks: Any) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        sample.note.enqueue(1)
        assert not wake.work.is_set()
    assert wake.work.is_set()


def test_a_delayed_job_wakes_nobody(django_capture_on_commit_callbacks: Any) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        sample.note.using(run_after=timezone.now() + timedelta(hours=1)).enqueue(1)
    assert not wake.work.is_set()


def test_the_last_heartbeat_is_known() -> None:
    assert queries.last_heartbeat() is None
    with time_machine.travel(NOON, tick=False):
        reaper.beat("a")
        assert queries.last_heartbeat() == NOON
        reaper.say_goodbye("a")
    assert not WorkerSeen.objects.exists()
