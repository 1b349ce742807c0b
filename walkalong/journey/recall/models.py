"""Whether a person wants to be reminded of their own steps, and whether the other may be, too."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils import timezone


class RecallChoice(models.Model):
    """Two separate yeses, both off until said. Nothing that was recalled, or for which moment, is kept."""

    person = models.OneToOneField(
        settings.AUTH_USER_MODEL, models.CASCADE, primary_key=True, related_name="+"
    )
    for_me = models.BooleanField(default=False)
    for_other = models.BooleanField(default=False)
    changed_at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=models.Q(for_other=False) | models.Q(for_me=True),
                name="recall_is_for_oneself_first",
            )
        ]

    def __str__(self) -> str:
        return str(self.person_id)
