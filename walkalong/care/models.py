"""What an ambassador and one side of a match have had to do with each other. The other side never sees it."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from walkalong.foundation.crypto.fields import EncryptedTextField
from walkalong.foundation.ids import uuid7


class ContactKind(models.TextChoices):
    ASKED = "asked", _("Asked how they are")
    TALKED = "talked", _("Talked with each other")


class Answer(models.TextChoices):
    FINE = "fine", _("I am fine")
    GET_IN_TOUCH = "touch", _("Please get in touch")


class Contact(models.Model):
    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    match = models.ForeignKey("matching.Match", models.CASCADE, related_name="contacts")
    member = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    ambassador = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    kind = models.CharField(max_length=6, choices=ContactKind.choices)
    at = models.DateTimeField(default=timezone.now)
    words = EncryptedTextField(scope="asked_scope", blank=True)
    answer = models.CharField(max_length=5, choices=Answer.choices, blank=True)
    answer_words = EncryptedTextField(scope="answered_scope", blank=True)
    answered_at = models.DateTimeField(null=True)

    class Meta:
        indexes: ClassVar = [models.Index(fields=["match", "member", "at"], name="contacts_of_a_side")]

    def __str__(self) -> str:
        return str(self.id)

    @property
    def asked_scope(self) -> str:
        return f"match:{self.match_id}:care:{self.ambassador_id}"

    @property
    def answered_scope(self) -> str:
        return f"match:{self.match_id}:care:{self.member_id}"
