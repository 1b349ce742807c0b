"""What time takes away. It may run twice without harm."""

from datetime import timedelta

from django.conf import settings
from django.utils import timezone

from walkalong.journey.steps.models import Noticing, SharedStep
from walkalong.matching.states import MatchState


def forget_what_was_noticed() -> int:
    """Delete what was noticed, and who was shown what, in matches that ended longer ago than is kept.

    Nobody sees any of it since the end. Steps, and what was given to them, are their owners' and stay.
    """
    until = timezone.now() - timedelta(days=settings.ENDED_MATCH_KEPT_DAYS)
    over = {"match__state": MatchState.ENDED, "match__ended_at__lte": until}
    forgotten, _ = Noticing.objects.filter(**over).delete()
    shared, _ = SharedStep.objects.filter(**over).delete()
    return forgotten + shared
