"""Claim one job, run it, and write down what became of it."""

import logging
import random
from datetime import timedelta
from typing import Any, TypeAlias

from django.core.exceptions import SuspiciousOperation
from django.db.models import QuerySet
from django.utils import timezone
from django_tasks.base import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from walkalong.foundation.jobs.scrub import kind, where

log = logging.getLogger(__name__)

Queued: TypeAlias = "DBTaskResult[Any, Any]"

FIRST_DELAY = timedelta(seconds=10)
LONGEST_DELAY = timedelta(hours=1)


def delay_before(attempt: int) -> timedelta:
    """How long to wait before the given attempt (2 is the first repetition): 10 s, 40 s, 2.7 min, ... 1 h.

    Up to a fifth longer by chance, so that what failed together does not come back together.
    """
    grown: timedelta = min(FIRST_DELAY * 4 ** min(attempt - 2, 8), LONGEST_DELAY)
    return grown * (1 + random.random() / 5)  # noqa: S311


def claim_one(worker_id: str) -> "Queued | None":
    """The next ready job, now ours; None when there is none (or another worker was faster)."""
    task = DBTaskResult.objects.ready().first()
    if task is None:
        return None
    now = timezone.now()
    # run_after changes with each repetition, so this also sees that nobody had it in between
    free = DBTaskResult.objects.filter(pk=task.pk, status=TaskResultStatus.READY, run_after=task.run_after)
    workers = [*task.worker_ids, worker_id]
    if not free.update(status=TaskResultStatus.RUNNING, started_at=now, worker_ids=workers):
        return claim_one(worker_id)
    task.status, task.started_at, task.worker_ids = TaskResultStatus.RUNNING, now, workers
    return task


def run(task: Queued, *, raising: bool = False) -> None:
    """Run a claimed job. What fails comes back or is given up; no exception's message is kept."""
    try:
        job = task.task
        arguments = task.args_kwargs
        job.call(*arguments["args"], **arguments["kwargs"])
    except Exception as error:
        _failed(task, error)
        if raising:
            raise
    else:
        _still_ours(task).update(
            status=TaskResultStatus.SUCCESSFUL,
            finished_at=timezone.now(),
            return_value=None,
            exception_class_path="",
            traceback="",
        )


def _failed(task: Queued, error: Exception) -> None:
    again_or_give_up(task, kind(error), where(error), most=max_attempts(task))


def again_or_give_up(task: Queued, error: str, places: str, *, most: int) -> None:
    """Bring the job back after a growing delay, or mark it failed for good when it had its attempts."""
    attempts = len(task.worker_ids)
    about = {
        "job": task.task_path,
        "job_id": str(task.pk),
        "attempt": attempts,
        "error": error,
        "where": places,
    }
    if attempts < most:
        _still_ours(task).update(
            status=TaskResultStatus.READY,
            run_after=timezone.now() + delay_before(attempts + 1),
            exception_class_path=error,
            traceback=places,
        )
        log.warning("job failed, will be tried again", extra=about)
    else:
        _still_ours(task).update(
            status=TaskResultStatus.FAILED,
            finished_at=timezone.now(),
            return_value=None,
            exception_class_path=error,
            traceback=places,
        )
        log.error("job given up", extra=about)


def _still_ours(task: Queued) -> QuerySet[Queued]:
    """Nothing is written over a job that was given to another worker meanwhile."""
    return DBTaskResult.objects.filter(
        pk=task.pk, status=TaskResultStatus.RUNNING, started_at=task.started_at
    )


def max_attempts(task: Queued) -> int:
    try:
        return int(getattr(task.task, "max_attempts", 1))
    except (ImportError, SuspiciousOperation):  # a job that no longer exists in the code
        return 1
