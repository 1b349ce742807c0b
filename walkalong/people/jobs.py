"""What this room does in the background."""

from datetime import timedelta

from django.utils import timezone

from walkalong.foundation.jobs import job, periodic
from walkalong.people import mail
from walkalong.people.models import Invitation, SetupLink

KEPT_AFTER_EXPIRY = timedelta(days=30)  # so that an old link can still say kindly that it is too late


@job(max_attempts=5)
def deliver(sealed: str) -> None:
    mail.open_and_send(sealed)


@periodic(every=timedelta(hours=6))
def forget_old_links() -> None:
    """Addresses of people who never came are not kept."""
    before = timezone.now() - KEPT_AFTER_EXPIRY
    Invitation.objects.filter(expires_at__lt=before).delete()
    SetupLink.objects.filter(expires_at__lt=before).delete()
