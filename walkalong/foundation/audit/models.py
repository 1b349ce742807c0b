from django.db import models

from walkalong.foundation.ids import uuid7


class AuditEvent(models.Model):
    """One thing somebody did. Never changed, never deleted: triggers in the database refuse both.

    A later migration that alters this table ends with triggers.install: SQLite rebuilds an altered table and
    forgets its triggers (a test notices).
    """

    seq = models.BigIntegerField(primary_key=True)
    at = models.DateTimeField()
    verb = models.CharField(max_length=80)
    actor = models.CharField(max_length=64, null=True)  # noqa: DJ001 - none means the system itself
    subject = models.CharField(max_length=64, null=True)  # noqa: DJ001
    about = models.CharField(max_length=64, null=True)  # noqa: DJ001
    reason = models.CharField(max_length=1000, blank=True)
    detail = models.JSONField(default=dict)
    previous_hash = models.CharField(max_length=64)
    hash = models.CharField(max_length=64)

    class Meta:
        indexes = [
            models.Index(fields=["about", "-seq"], name="audit_event_about"),
            models.Index(fields=["actor", "-seq"], name="audit_event_actor"),
        ]

    def __str__(self) -> str:
        return f"{self.seq} {self.verb}"


class AuditHead(models.Model):
    """The end of the chain, in one row: the lock that orders events, and a witness of the last one."""

    ONLY = 1

    id = models.PositiveSmallIntegerField(primary_key=True, default=ONLY)
    seq = models.BigIntegerField(default=0)
    hash = models.CharField(max_length=64)

    class Meta:
        constraints = [models.CheckConstraint(condition=models.Q(id=1), name="audit_one_head")]

    def __str__(self) -> str:
        return f"head at {self.seq}"


class AuditOrigin(models.Model):
    """From which network address an event came: outside the chain, so that it can be forgotten in time."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    event = models.OneToOneField(AuditEvent, on_delete=models.PROTECT, related_name="origin")
    address = models.GenericIPAddressField()
    expires_at = models.DateTimeField(db_index=True)

    def __str__(self) -> str:
        return f"origin of {self.event_id}"
