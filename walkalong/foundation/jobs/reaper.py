"""Heartbeats, and giving back the work of workers that died."""

from datetime import timedelta

from django.utils import timezone
from django_tasks.base import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from walkalong.foundation.jobs import periodic_runs, running
from walkalong.foundation.jobs.models import PeriodicRun, WorkerSeen

BEAT = timedelta(seconds=20)
DEAD_AFTER = timedelta(seconds=100)


def beat(worker_id: str) -> None:
    now = timezone.now()
    if not WorkerSeen.objects.filter(worker_id=worker_id).update(seen_at=now):
        WorkerSeen.objects.create(worker_id=worker_id, started_at=now, seen_at=now)


def say_goodbye(worker_id: str) -> None:
    """After a graceful end: nothing of this worker is left running."""
    WorkerSeen.objects.filter(worker_id=worker_id).delete()


def reap() -> int:
    """Give back jobs and periodics of workers without a heartbeat. Answers how many."""
    long_ago = timezone.now() - DEAD_AFTER
    alive = set(WorkerSeen.objects.filter(seen_at__gt=long_ago).values_list("worker_id", flat=True))
    # a job started within DEAD_AFTER may be of a worker whose first heartbeat is on its way
    lost = [
        task
        for task in DBTaskResult.objects.filter(status=TaskResultStatus.RUNNING, started_at__lte=long_ago)
        if not task.worker_ids or task.worker_ids[-1] not in alive
    ]
    for task in lost:
        running.again_or_give_up(task, "worker died", "", most=running.max_attempts(task))
    at_it = PeriodicRun.objects.filter(running_since__lte=long_ago).values_list("running_by", flat=True)
    freed = periodic_runs.give_back_of([worker for worker in at_it if worker not in alive])
    WorkerSeen.objects.filter(seen_at__lte=long_ago - timedelta(days=1)).delete()
    return len(lost) + freed
