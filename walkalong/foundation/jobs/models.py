"""What several workers must agree about."""

from django.db import models


class PeriodicRun(models.Model):
    """When a periodic is due next, and who is at it."""

    name = models.CharField(max_length=200, primary_key=True)
    due_at = models.DateTimeField()
    last_run_at = models.DateTimeField(null=True)
    running_since = models.DateTimeField(null=True)
    running_by = models.CharField(max_length=64, default="")
    failures = models.PositiveSmallIntegerField(default=0)

    def __str__(self) -> str:
        return self.name


class WorkerSeen(models.Model):
    """A worker's heartbeat. Without one for a while the worker is dead, and its work given back."""

    worker_id = models.CharField(max_length=64, primary_key=True)
    started_at = models.DateTimeField()
    seen_at = models.DateTimeField()

    def __str__(self) -> str:
        return self.worker_id
