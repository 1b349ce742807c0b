"""What somebody should know, and how they wish to hear of it."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from walkalong.foundation.ids import uuid7


class Mail(models.TextChoices):
    NONE = "none", _("No e-mail")
    WAITING = "waiting", _("Waiting")
    LEAVING = "leaving", _("Being sent")
    SENT = "sent", _("Sent")
    FAILED = "failed", _("Could not be sent")


class Notice(models.Model):
    """Says that there is something, never what: its words come from its kind."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="notices")
    kind = models.CharField(max_length=60)
    url = models.CharField(max_length=300)
    key = models.CharField(max_length=200, blank=True)
    created_at = models.DateTimeField(default=timezone.now)
    seen_at = models.DateTimeField(null=True)
    mail = models.CharField(max_length=8, choices=Mail.choices, default=Mail.NONE)
    mail_tries = models.PositiveSmallIntegerField(default=0)
    mail_moved_at = models.DateTimeField(null=True)  # when `mail` last changed
    mail_error = models.CharField(max_length=100, blank=True)  # the error's type, never its text

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["person", "kind", "key"],
                condition=models.Q(seen_at=None) & ~models.Q(key=""),
                name="told_once_while_unseen",
            )
        ]
        indexes: ClassVar = [
            models.Index(fields=["person"], condition=models.Q(seen_at=None), name="unseen_notices"),
            models.Index(
                fields=["person", "created_at"],
                condition=models.Q(mail__in=["waiting", "leaving"]),
                name="notices_to_mail",
            ),
        ]

    def __str__(self) -> str:
        return str(self.id)


class NoticeChoice(models.Model):
    """How somebody wishes to hear of things. Without a row: by e-mail too."""

    person = models.OneToOneField(
        settings.AUTH_USER_MODEL, models.CASCADE, primary_key=True, related_name="notice_choice"
    )
    email = models.BooleanField(_("Also tell me by e-mail"), default=True)
    last_mailed_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return str(self.person_id)
