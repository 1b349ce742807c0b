"""Pieces of a person's story in their own words, and to whom each one is shown."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils import timezone

from walkalong.foundation.crypto.fields import EncryptedTextField
from walkalong.foundation.ids import uuid7
from walkalong.matching.models import Match


class StoryPiece(models.Model):
    """It is its teller's beyond any match. Nobody sees it until they say so."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    teller = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", db_index=False)
    title = EncryptedTextField(blank=True)
    words = EncryptedTextField()
    in_introduction = models.BooleanField(default=False)
    press_id = models.UUIDField(default=uuid7)  # made with the form: one press never becomes two pieces
    created_at = models.DateTimeField(default=timezone.now, editable=False)
    changed_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["teller", "press_id"], name="one_piece_per_press")
        ]
        indexes: ClassVar = [models.Index(fields=["teller", "id"], name="story_in_order")]

    @property
    def words_scope(self) -> str:
        return f"person:{self.teller_id}:journey"

    def __str__(self) -> str:
        return str(self.id)


class ShownPiece(models.Model):
    """A piece shown to the other of one match, and perhaps to who looks after the two.

    It says nothing to anybody once that match has ended.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    piece = models.ForeignKey(StoryPiece, models.CASCADE, related_name="shown")
    match = models.ForeignKey(Match, models.CASCADE, related_name="+")
    with_ambassador = models.BooleanField(default=False)
    since = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["piece", "match"], name="a_piece_is_shown_once_in_each")
        ]

    def __str__(self) -> str:
        return str(self.id)
