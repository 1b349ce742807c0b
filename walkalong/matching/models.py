"""A match: two people, somebody who looks after them, and how long they have walked."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils import timezone

from walkalong.foundation.ids import uuid7
from walkalong.matching.states import EndKind, MatchState


class Match(models.Model):
    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    mentee = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="matches_as_mentee")
    mentor = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="matches_as_mentor")
    ambassador = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="matches_looked_after"
    )
    state = models.CharField(max_length=8, choices=MatchState.choices, default=MatchState.ACTIVE)
    started_on = models.DateField()
    created_at = models.DateTimeField(default=timezone.now, editable=False)
    ended_at = models.DateTimeField(null=True)
    end_kind = models.CharField(max_length=16, choices=EndKind.choices, blank=True)
    ended_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["mentee"], condition=~models.Q(state="ended"), name="one_current_match_per_mentee"
            ),
            models.CheckConstraint(
                condition=~models.Q(mentee=models.F("mentor")), name="a_match_is_two_people"
            ),
            models.CheckConstraint(
                condition=models.Q(ambassador=None)
                | ~models.Q(ambassador=models.F("mentee")) & ~models.Q(ambassador=models.F("mentor")),
                name="an_ambassador_is_somebody_else",
            ),
            models.CheckConstraint(
                condition=models.Q(state="ended", ended_at__isnull=False)
                | (~models.Q(state="ended") & models.Q(ended_at=None)),
                name="an_ended_match_says_when",
            ),
        ]

    def __str__(self) -> str:
        return str(self.id)


class Pause(models.Model):
    """One member's pause. A match rests while anybody's pause is open."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    match = models.ForeignKey(Match, models.CASCADE, related_name="pauses")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    since = models.DateTimeField(default=timezone.now)
    until = models.DateTimeField(null=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["match", "by"], condition=models.Q(until=None), name="one_open_pause_each"
            )
        ]

    def __str__(self) -> str:
        return str(self.id)
