"""The room's own housekeeping."""

from datetime import timedelta

from django.db.models import Q
from django.utils import timezone
from django_tasks.base import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from walkalong.foundation.jobs.periodics import periodic

DONE_KEPT = timedelta(days=1)
FAILED_KEPT = timedelta(days=30)


@periodic(every=timedelta(days=1))
def prune_results() -> None:
    """Forget finished jobs; failed ones stay a month for the operator."""
    now = timezone.now()
    DBTaskResult.objects.filter(
        Q(status=TaskResultStatus.SUCCESSFUL, finished_at__lte=now - DONE_KEPT)
        | Q(status=TaskResultStatus.FAILED, finished_at__lte=now - FAILED_KEPT)
    ).delete()
