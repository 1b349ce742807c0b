"""Agreeing, and taking it back."""

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from walkalong.foundation import realtime
from walkalong.foundation.audit.services import record
from walkalong.people import documents, queries, signals
from walkalong.people.errors import Refused
from walkalong.people.models import Agreement, Person


@transaction.atomic
def agree(*, by: Person, document: str, version: int) -> None:
    """Agree to what was read. A page older than the document is refused: nobody agrees to words unseen."""
    current = {found.name: found.version for found in documents.required()}
    if current.get(document) != version:
        raise Refused(_("This text has changed since you opened the page. Please read the new one first."))
    try:
        with transaction.atomic():
            agreement = Agreement.objects.create(person=by, document=document, version=version)
    except IntegrityError:
        return  # pressed twice
    queries.forget_what_is_kept(by)
    record(
        verb="people.agreed",
        actor=str(by.pseudonym),
        subject=str(agreement.id),
        about=str(by.pseudonym),
        detail={"document": document, "version": version},
    )


@transaction.atomic
def withdraw_agreement(*, by: Person, document: str) -> None:
    """Take it back, whatever version it was. Their conversations rest until they agree again."""
    held = Agreement.objects.filter(person=by, document=document, withdrawn_at=None)
    if not held.update(withdrawn_at=timezone.now()):
        return
    queries.forget_what_is_kept(by)
    record(
        verb="people.agreement_withdrawn",
        actor=str(by.pseudonym),
        about=str(by.pseudonym),
        detail={"document": document},
    )
    realtime.drop(person_id=by.pk)
    signals.agreement_withdrawn.send(Person, person=by, document=document)
