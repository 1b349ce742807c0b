"""What somebody told the programme's people, and who has it."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from walkalong.foundation.crypto.fields import EncryptedTextField
from walkalong.foundation.ids import uuid7
from walkalong.safety.states import RequestState


class Topic(models.TextChoices):
    TALK = "talk", _("Would like to talk to a person")
    MORE = "more", _("Needs more than this")
    REPORT = "report", _("Shows a message they received")
    ADULT = "adult", _("Took back that they are 18 or over")


class HumanRequest(models.Model):
    """Sealed under a key of its own, so that erasing it erases exactly this."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    client_id = models.UUIDField(editable=False)  # of the form: a button pressed twice tells once
    from_person = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="requests_made"
    )
    # nobody else has a relation to this: the person it is about must not come across it
    about_person = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    match = models.ForeignKey("matching.Match", models.SET_NULL, null=True, related_name="+")
    topic = models.CharField(max_length=8, choices=Topic.choices, default=Topic.TALK)
    words = EncryptedTextField(blank=True)
    attached = EncryptedTextField(blank=True)
    answer_by = models.DateField(null=True)
    state = models.CharField(max_length=8, choices=RequestState.choices, default=RequestState.RECEIVED)
    created_at = models.DateTimeField(default=timezone.now, editable=False)
    acknowledged_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+"
    )
    acknowledged_at = models.DateTimeField(null=True)
    closed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    closed_at = models.DateTimeField(null=True)
    close_reason = EncryptedTextField(null=True)
    keep_until = models.DateField(null=True)  # then it is erased, key and all

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["from_person", "client_id"], name="told_once_per_form"),
            models.CheckConstraint(
                condition=models.Q(state=RequestState.RECEIVED, acknowledged_at=None)
                | (~models.Q(state=RequestState.RECEIVED) & models.Q(acknowledged_at__isnull=False)),
                name="a_taken_request_says_when",
            ),
            models.CheckConstraint(
                condition=~models.Q(state=RequestState.CLOSED)
                | models.Q(closed_at__isnull=False, close_reason__isnull=False, keep_until__isnull=False),
                name="a_closed_request_has_reason_and_expiry",
            ),
        ]

    def __str__(self) -> str:
        return str(self.id)

    @property
    def words_scope(self) -> str:
        return f"request:{self.id}"
