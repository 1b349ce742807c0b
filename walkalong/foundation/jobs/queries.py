"""What an operator may want to know of the jobs."""

from datetime import datetime, timedelta

from walkalong.foundation.jobs.models import PeriodicRun, WorkerSeen
from walkalong.foundation.jobs.periodics import registered

GRACE = timedelta(minutes=10)


def overdue(now: datetime) -> list[str]:
    """Names of the periodics that should have run by now and did not: nobody works, or they hang."""
    return list(
        PeriodicRun.objects.filter(name__in=registered, due_at__lt=now - GRACE).values_list("name", flat=True)
    )


def last_heartbeat() -> datetime | None:
    """When a worker was last seen alive."""
    return WorkerSeen.objects.order_by("-seen_at").values_list("seen_at", flat=True).first()
