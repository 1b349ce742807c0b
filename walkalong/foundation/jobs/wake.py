"""Tells this process's worker that there is work, so that it need not ask often."""

import threading
from typing import Any

from django.db import transaction
from django.utils import timezone
from django_tasks.signals import task_enqueued

work = threading.Event()


def listen() -> None:
    task_enqueued.connect(_after_commit, dispatch_uid="walkalong.jobs.wake")


def _after_commit(task_result: Any, **kwargs: Any) -> None:
    run_after = task_result.task.run_after
    if run_after is None or run_after <= timezone.now():
        transaction.on_commit(work.set)
