"""Days somebody said were heavy, whom they told, and what they keep for such days."""

from typing import ClassVar
from uuid import UUID

from django.conf import settings
from django.db import models
from django.utils import timezone

from walkalong.foundation.crypto.fields import EncryptedTextField
from walkalong.foundation.ids import uuid7
from walkalong.journey.heavy.kinds import HopeKind
from walkalong.matching.models import Match
from walkalong.matching.states import MatchState


def journey_scope(person_id: UUID) -> str:
    """A person's journey is sealed for them alone: it lasts beyond any match."""
    return f"person:{person_id}:journey"


LONG = 900  # characters: a good screen of a phone


class HeavyDay(models.Model):
    """Somebody said that today is heavy. The words, if any, are their own until they show them."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="heavy_days", db_index=False
    )
    words = EncryptedTextField(blank=True)
    said_at = models.DateTimeField(default=timezone.now)

    class Meta:
        indexes: ClassVar = [models.Index(fields=["person", "said_at"], name="heavy_days_of")]

    @property
    def words_scope(self) -> str:
        return journey_scope(self.person_id)

    def __str__(self) -> str:
        return str(self.id)


class HeavyTelling(models.Model):
    """The other of one match knows of a heavy day: that it is one, and its words only when they are shown."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    day = models.ForeignKey(HeavyDay, models.CASCADE, related_name="tellings")
    match = models.ForeignKey(Match, models.CASCADE, related_name="+")
    told_at = models.DateTimeField(default=timezone.now)
    noticed_at = models.DateTimeField(null=True)  # when the other was last sent a notice
    shows_words = models.BooleanField(default=False)
    taken_back_at = models.DateTimeField(null=True)
    thought_of_at = models.DateTimeField(null=True)  # the other pressed: thinking of you
    changed_at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["day", "match"], name="a_heavy_day_is_told_once_to_each")
        ]

    def __str__(self) -> str:
        return str(self.id)


class HopeItem(models.Model):
    """Something kept for heavy days: put in by its owner, or given by the other of a match.

    Given, it is its owner's, and sealed as theirs: it outlasts the match, and the account of who gave it.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="hope_items", db_index=False
    )
    giver = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", db_index=False)
    match = models.ForeignKey(Match, models.SET_NULL, null=True, related_name="+")  # None for one's own
    kind = models.CharField(max_length=8, choices=HopeKind.choices)
    words = EncryptedTextField(blank=True)  # what a picture shows, for a picture
    media_id = models.UUIDField(null=True, unique=True)
    width = models.PositiveIntegerField(null=True)
    height = models.PositiveIntegerField(null=True)
    press_id = models.UUIDField(default=uuid7)  # made with the form: one press never becomes two things
    put_in_at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["giver", "press_id"], name="one_hope_item_per_press")
        ]
        indexes: ClassVar = [models.Index(fields=["owner", "put_in_at"], name="hope_box_of")]

    @property
    def words_scope(self) -> str:
        return journey_scope(self.owner_id)

    @property
    def is_own(self) -> bool:
        return self.giver_id == self.owner_id

    @property
    def is_from_the_past(self) -> bool:
        """Given in a walk that has ended, however it ended: kept, but it does not meet anybody unasked."""
        return not self.is_own and (self.match is None or self.match.state == MatchState.ENDED)

    @property
    def is_long(self) -> bool:
        """Longer than what somebody takes in at a glance: then it is opened by a press."""
        return len(self.words) > LONG

    def __str__(self) -> str:
        return str(self.id)
