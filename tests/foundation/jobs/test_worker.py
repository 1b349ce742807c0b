"""The worker's threads, with a real database between them."""

import threading
import time
from collections.abc import Callable, Iterator
from datetime import timedelta

import pytest
from django_tasks_db.models import DBTaskResult

from tests.foundation.jobs import sample
from walkalong.foundation.jobs import periodic, running
from walkalong.foundation.jobs import worker as worker_module
from walkalong.foundation.jobs.models import WorkerSeen
from walkalong.foundation.jobs.worker import Worker, start_thread

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def worker() -> Iterator[Worker]:
    one = start_thread()
    yield one
    assert one.stop()


def soon(true: Callable[[], object], within: float = 5.0) -> bool:
    end = time.monotonic() + within
    while time.monotonic() < end:
        if true():
            return True
        time.sleep(0.01)
    return False


def test_a_job_asked_for_here_runs_without_waiting_for_the_next_look(
    worker: Worker, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert soon(WorkerSeen.objects.exists)
    time.sleep(0.3)  # it is idle now, and would look again in two seconds
    started = time.monotonic()
    sample.note.enqueue(1)
    assert soon(lambda: sample.done == [1])
    assert time.monotonic() - started < 1.0


def test_what_was_waiting_before_is_done_too() -> None:
    for number in range(5):
        sample.note.enqueue(number)
    worker = start_thread()
    assert soon(lambda: len(sample.done) == 5)
    assert worker.stop()
    assert soon(lambda: set(DBTaskResult.objects.values_list("status", flat=True)) == {"SUCCESSFUL"})


def test_a_periodic_runs_beside_a_long_job(monkeypatch: pytest.MonkeyPatch) -> None:
    ran = threading.Event()
    let_go = threading.Event()

    @periodic(every=timedelta(hours=1))
    def sweep() -> None:
        ran.set()

    monkeypatch.setattr(running, "run", lambda task: let_go.wait(5))
    sample.note.enqueue(1)
    worker = start_thread()
    assert ran.wait(5)
    let_go.set()
    assert worker.stop()


def test_stopping_finishes_what_is_begun_and_leaves_the_rest(monkeypatch: pytest.MonkeyPatch) -> None:
    begun, let_go = threading.Event(), threading.Event()
    really_run = running.run

    def slowly(task: DBTaskResult) -> None:
        begun.set()
        let_go.wait(5)
        really_run(task)

    monkeypatch.setattr(running, "run", slowly)
    sample.note.enqueue(1)
    sample.note.enqueue(2)
    worker = start_thread()
    assert begun.wait(5)
    assert not worker.stop(timeout=0.1)
    let_go.set()
    assert worker.stop()
    assert sample.done == [1]
    assert not WorkerSeen.objects.exists(), "it said goodbye"


def test_trouble_with_the_database_does_not_end_the_worker(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(worker_module, "TROUBLE_SECONDS", 0.05)
    really_claim, failures = running.claim_one, [1, 1, 1]

    def claim(worker_id: str) -> DBTaskResult | None:
        if failures:
            failures.pop()
            raise worker_module.DatabaseError("database is locked")
        return really_claim(worker_id)

    monkeypatch.setattr(running, "claim_one", claim)
    worker = start_thread()
    sample.note.enqueue(1)
    assert soon(lambda: sample.done == [1])
    assert worker.stop()


def test_two_workers_do_each_job_once() -> None:
    for number in range(20):
        sample.note.enqueue(number)
    two = [start_thread(), start_thread()]
    assert soon(lambda: len(sample.done) >= 20, within=15)
    assert all(worker.stop() for worker in two)
    assert sorted(sample.done) == list(range(20))  # type: ignore[type-var]
