"""What two people say to each other, and each one's choices about being seen while they do."""

from datetime import timedelta
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils import timezone

from walkalong.foundation.crypto.fields import EncryptedTextField
from walkalong.foundation.ids import uuid7
from walkalong.matching.models import Match


class Conversation(models.Model):
    """One for each match. `last_seq` numbers every change, in the order in which they were committed."""

    match = models.OneToOneField(Match, models.CASCADE, primary_key=True, related_name="conversation")
    last_seq = models.BigIntegerField(default=0)

    def __str__(self) -> str:
        return str(self.match_id)


class Message(models.Model):
    """`seq` is its place; `change` is the number of the last change to it, so that a reader who was away
    learns of what was taken back meanwhile just as of what is new."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    match = models.ForeignKey(Match, models.CASCADE, related_name="messages")
    author = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", db_index=False)
    seq = models.BigIntegerField()
    change = models.BigIntegerField()
    body = EncryptedTextField(null=True)  # None once a taken back message is no longer sealed but gone
    client_id = models.UUIDField()  # made where it was typed: the same press never becomes two messages
    created_at = models.DateTimeField(default=timezone.now)
    reply_to = models.ForeignKey("self", models.SET_NULL, null=True, related_name="replies")
    taken_back_at = models.DateTimeField(null=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["match", "seq"], name="one_message_per_place"),
            models.UniqueConstraint(fields=["author", "client_id"], name="one_message_per_press"),
        ]
        indexes: ClassVar = [
            models.Index(fields=["match", "change"], name="message_changes"),
            models.Index(
                fields=["taken_back_at"],
                condition=models.Q(taken_back_at__isnull=False, body__isnull=False),
                name="message_sealed",
            ),
        ]

    @property
    def words_scope(self) -> str:
        return f"match:{self.match_id}:author:{self.author_id}"

    @property
    def is_gone(self) -> bool:
        """Past the days in which its recipient may still report it."""
        if self.taken_back_at is None:
            return False
        return self.body is None or timezone.now() >= self.taken_back_at + timedelta(
            days=settings.TAKEN_BACK_SEALED_DAYS
        )

    def __str__(self) -> str:
        return str(self.id)


class Picture(models.Model):
    """The picture of a message. Its bytes lie sealed in crypto's media, under the author's key."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    message = models.OneToOneField(Message, models.CASCADE, related_name="picture")
    media_id = models.UUIDField(unique=True)
    width = models.PositiveIntegerField()
    height = models.PositiveIntegerField()
    alt = EncryptedTextField(blank=True)

    @property
    def words_scope(self) -> str:
        return self.message.words_scope

    def __str__(self) -> str:
        return str(self.id)


class LastRead(models.Model):
    """How far a member has read, and how far they were told by a notice that something is waiting."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    match = models.ForeignKey(Match, models.CASCADE, related_name="+", db_index=False)
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    seq = models.BigIntegerField(default=0)
    told_seq = models.BigIntegerField(default=0)
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["match", "person"], name="one_last_read_each")
        ]

    def __str__(self) -> str:
        return str(self.id)


class LiveChoice(models.Model):
    """Whether a person takes part in "typing" and "here now". Off means neither shown nor seen."""

    person = models.OneToOneField(
        settings.AUTH_USER_MODEL, models.CASCADE, primary_key=True, related_name="+"
    )
    typing = models.BooleanField(default=True)
    here_now = models.BooleanField(default=True)

    def __str__(self) -> str:
        return str(self.person_id)


class CompanionChoice(models.Model):
    """Whether a mentor turned the companion on. Nothing it reads or says is kept anywhere."""

    person = models.OneToOneField(
        settings.AUTH_USER_MODEL, models.CASCADE, primary_key=True, related_name="+"
    )
    on = models.BooleanField(default=False)

    def __str__(self) -> str:
        return str(self.person_id)
