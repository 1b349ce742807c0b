"""The steps of a person's journey, who may see each one, and how the other answered it."""

from datetime import date
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils import timezone

from walkalong.foundation.crypto.fields import EncryptedTextField
from walkalong.foundation.ids import uuid7
from walkalong.journey.steps.kinds import Kind, Mark
from walkalong.matching.models import Match


def _today() -> date:
    return timezone.localdate()


class Step(models.Model):
    """Something on a person's way, named by themselves. It is theirs beyond any match."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    owner = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="steps", db_index=False)
    kind = models.CharField(max_length=9, choices=Kind.choices, default=Kind.STEP)
    mark = models.CharField(max_length=13, choices=Mark.choices, blank=True)
    words = EncryptedTextField(blank=True)
    happened_on = models.DateField(default=_today)  # the owner's day, wherever they were
    about = models.OneToOneField("self", models.CASCADE, null=True, related_name="from_here")
    press_id = models.UUIDField(default=uuid7)  # made with the form: one press never becomes two steps
    created_at = models.DateTimeField(default=timezone.now, editable=False)
    changed_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["owner", "press_id"], name="one_step_per_press"),
            models.CheckConstraint(
                condition=models.Q(about=None) | models.Q(kind=Kind.FROM_HERE), name="only_from_here_is_about"
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["owner", "happened_on", "id"], name="step_way")]

    @property
    def words_scope(self) -> str:
        return f"person:{self.owner_id}:journey"

    def __str__(self) -> str:
        return str(self.id)


class SharedStep(models.Model):
    """A step shown to the other of one match. It says nothing to anybody once that match has ended."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    step = models.ForeignKey(Step, models.CASCADE, related_name="shares")
    match = models.ForeignKey(Match, models.CASCADE, related_name="shared_steps")
    since = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["step", "match"], name="a_step_is_shared_once_with_each")
        ]

    def __str__(self) -> str:
        return str(self.id)


class Celebration(models.Model):
    """What the other gave to a step: words, a picture, or both. Given, it is the owner's to keep."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    step = models.ForeignKey(Step, models.CASCADE, related_name="celebrations")
    match = models.ForeignKey(Match, models.CASCADE, related_name="+")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    words = EncryptedTextField(blank=True)
    media_id = models.UUIDField(null=True, unique=True)
    width = models.PositiveIntegerField(null=True)
    height = models.PositiveIntegerField(null=True)
    alt = EncryptedTextField(blank=True)
    press_id = models.UUIDField(default=uuid7)
    created_at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["by", "press_id"], name="one_celebration_per_press")
        ]

    @property
    def words_scope(self) -> str:
        return self.step.words_scope

    def __str__(self) -> str:
        return str(self.id)


class Lamp(models.Model):
    """Each of the two may light one lamp for a step. When both burn it was celebrated together."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    step = models.ForeignKey(Step, models.CASCADE, related_name="lamps")
    match = models.ForeignKey(Match, models.CASCADE, related_name="+")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    lit_at = models.DateTimeField(default=timezone.now)
    change = models.BigIntegerField(default=0)  # the pair's change in which it was lit

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["step", "match", "by"], name="one_lamp_each_per_step")
        ]

    def __str__(self) -> str:
        return str(self.id)


class Noticing(models.Model):
    """“I noticed this; was it a step?” Whether it was stays with the one it was noticed about."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    match = models.ForeignKey(Match, models.CASCADE, related_name="noticings")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    words = EncryptedTextField()
    press_id = models.UUIDField(default=uuid7)
    created_at = models.DateTimeField(default=timezone.now)
    answered_at = models.DateTimeField(null=True)
    step = models.OneToOneField(Step, models.SET_NULL, null=True, related_name="noticing")

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["by", "press_id"], name="one_noticing_per_press")
        ]

    @property
    def words_scope(self) -> str:
        return f"person:{self.by_id}:journey"

    def __str__(self) -> str:
        return str(self.id)


class PairJourney(models.Model):
    """Numbers the changes of what two people show each other, so that an open page knows what it missed."""

    match = models.OneToOneField(Match, models.CASCADE, primary_key=True, related_name="journey")
    last_change = models.BigIntegerField(default=0)

    def __str__(self) -> str:
        return str(self.match_id)
