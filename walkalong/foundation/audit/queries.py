from django.db.models import QuerySet

from walkalong.foundation.audit.chain import GENESIS
from walkalong.foundation.audit.models import AuditEvent, AuditHead


def events_about(pseudonym: str) -> QuerySet[AuditEvent]:
    """What the record says about this person, newest first."""
    return AuditEvent.objects.filter(about=pseudonym).order_by("-seq")


def head() -> tuple[int, str]:
    """Number and hash of the last event: worth writing down elsewhere, for services.verify(known=...)."""
    row = AuditHead.objects.first()
    return (row.seq, row.hash) if row else (0, GENESIS)
