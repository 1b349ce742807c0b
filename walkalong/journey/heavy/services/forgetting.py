"""What time takes away: who was told of a heavy day, once it is over for good."""

from django.db import transaction
from django.utils import timezone

from walkalong.journey.heavy.kinds import TOLD_IS_FORGOTTEN_AFTER
from walkalong.journey.heavy.models import HeavyTelling


@transaction.atomic
def forget_who_was_told() -> int:
    """Delete whom heavy days were told to. The days themselves stay their owners'. Harmless to run twice."""
    until = timezone.now() - TOLD_IS_FORGOTTEN_AFTER
    gone, _each = HeavyTelling.objects.filter(day__said_at__lt=until).delete()
    return gone
