"""The table by which workers share the periodics."""

import logging
from datetime import datetime, timedelta

from django.db.models import F
from django.utils import timezone

from walkalong.foundation.jobs.models import PeriodicRun
from walkalong.foundation.jobs.periodics import Periodic, registered
from walkalong.foundation.jobs.scrub import kind, where

log = logging.getLogger(__name__)

FIRST_RETRY = timedelta(minutes=1)


def list_all() -> None:
    """Give each periodic its row. A new one is due at once; a shortened interval counts at once."""
    now = timezone.now()
    PeriodicRun.objects.bulk_create(
        [PeriodicRun(name=each.name, due_at=now) for each in registered.values()], ignore_conflicts=True
    )
    for each in registered.values():
        PeriodicRun.objects.filter(name=each.name, due_at__gt=now + each.every).update(
            due_at=now + each.every
        )


def run_due(worker_id: str, *, raising: bool = False) -> datetime | None:
    """Run what is due and nobody else is at. Answers when the next one is due."""
    due = PeriodicRun.objects.filter(name__in=registered, running_since=None)
    for name in due.filter(due_at__lte=timezone.now()).order_by("due_at").values_list("name", flat=True):
        _claim_and_run(registered[name], worker_id, raising=raising)
    return due.order_by("due_at").values_list("due_at", flat=True).first()


def _claim_and_run(each: Periodic, worker_id: str, *, raising: bool) -> None:
    now = timezone.now()
    row = PeriodicRun.objects.filter(name=each.name)
    # one UPDATE with its condition is atomic on both databases: only one worker sees a row changed
    if not row.filter(running_since=None, due_at__lte=now).update(running_since=now, running_by=worker_id):
        return
    mine = row.filter(running_since=now, running_by=worker_id)
    try:
        each.run()
    except Exception as error:
        failures = row.values_list("failures", flat=True).first() or 0
        again = timezone.now() + min(each.every, FIRST_RETRY * 2 ** min(failures, 10))
        mine.update(
            running_since=None, running_by="", last_run_at=now, due_at=again, failures=min(failures + 1, 1000)
        )
        log.error(
            "periodic failed", extra={"periodic": each.name, "error": kind(error), "where": where(error)}
        )
        if raising:
            raise
    else:
        mine.update(running_since=None, running_by="", last_run_at=now, due_at=now + each.every, failures=0)


def give_back_of(dead: list[str]) -> int:
    """Let others run what these dead workers were running."""
    return PeriodicRun.objects.filter(running_since__isnull=False, running_by__in=dead).update(
        running_since=None, running_by="", failures=F("failures") + 1
    )
