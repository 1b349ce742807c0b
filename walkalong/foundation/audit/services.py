"""Writing the audit and checking it. Nothing else writes these tables."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta

from django.conf import settings
from django.db import transaction
from django.db.models import Subquery
from django.db.models.functions import Coalesce
from django.utils import timezone

from walkalong.foundation.audit import chain, origin
from walkalong.foundation.audit.models import AuditEvent, AuditHead, AuditOrigin

_VERB = re.compile(r"[a-z_]+\.[a-z_]+")


class BrokenChain(Exception):
    """The head of the audit is gone while events are there: nothing may be appended before a human looked."""


def record(
    *,
    verb: str,
    actor: str | None,
    subject: str | None = None,
    about: str | None = None,
    reason: str = "",
    detail: Mapping[str, str | int] | None = None,
) -> AuditEvent:
    """Append one event; it comes and goes with the surrounding transaction.

    `verb` is "room.what"; `actor` and `about` are pseudonyms (`actor` None: the system itself); `subject` is
    the id of the thing. Never anybody's words: `reason` is what staff state for the record. The lock on the
    head is held until the surrounding transaction ends, so record late in it.
    """
    if not _VERB.fullmatch(verb):
        raise ValueError("A verb reads as room.what, in small letters.")
    facts = _facts(detail)
    with transaction.atomic():
        head = _locked_head()
        event = AuditEvent(
            seq=head.seq + 1,
            at=timezone.now(),
            verb=verb,
            actor=actor,
            subject=subject,
            about=about,
            reason=reason,
            detail=facts,
            previous_hash=head.hash,
        )
        event.hash = chain.hash_of(event)
        event.save(force_insert=True)
        head.seq, head.hash = event.seq, event.hash
        head.save(update_fields=["seq", "hash"])
        address = origin.current.get()
        if address is not None:
            expires_at = event.at + timedelta(days=settings.AUDIT_ORIGIN_DAYS)
            AuditOrigin.objects.create(event=event, address=address, expires_at=expires_at)
    return event


def forget_origins() -> int:
    """Delete the network addresses whose time is over; returns how many."""
    return AuditOrigin.objects.filter(expires_at__lte=timezone.now()).delete()[0]


def _facts(detail: Mapping[str, str | int] | None) -> dict[str, str | int]:
    facts = dict(detail or {})
    for key, value in facts.items():
        if not isinstance(key, str) or not isinstance(value, str | int):
            raise TypeError("The detail of an event maps names to texts and whole numbers.")
    return facts


def _locked_head() -> AuditHead:
    head = AuditHead.objects.select_for_update().first()
    if head is None:
        if not AuditEvent.objects.exists():
            AuditHead.objects.bulk_create([AuditHead(hash=chain.GENESIS)], ignore_conflicts=True)
        # Read again in any case: somebody else may have recorded the first event just now.
        head = AuditHead.objects.select_for_update().first()
    if head is None:
        raise BrokenChain("The head of the audit is gone. Run `walkalong audit verify` and find out why.")
    return head


@dataclass(frozen=True)
class Verification:
    """What a check of the whole chain found. `head` is worth writing down elsewhere: verify(known=...)."""

    ok: bool
    count: int
    head: str
    broken_at: int | None = None
    why: str = ""


def verify(*, known: tuple[int, str] | None = None) -> Verification:
    """Walk the whole chain and tell the first place where it does not hold.

    Finds an event edited, deleted, inserted or moved, and a tail cut off (the head row still names it).
    Against someone who rewrites events *and* head, give `known`: the number and hash of an event written down
    earlier, outside this database (the log has one a day). Streams: memory does not grow with the chain.
    """
    head = AuditHead.objects.first()
    last_seq, last_hash = (head.seq, head.hash) if head else (0, chain.GENESIS)
    count, previous = 0, chain.GENESIS
    for event in AuditEvent.objects.filter(seq__lte=last_seq).order_by("seq").iterator(chunk_size=1000):
        why = _flaw(event, expected=count + 1, previous=previous, known=known)
        if why:
            return Verification(ok=False, count=count, head=previous, broken_at=count + 1, why=why)
        count, previous = event.seq, event.hash
    if count != last_seq or previous != last_hash:
        why = (
            f"Event {count + 1} and those after it are missing."
            if count < last_seq
            else "The head is altered."
        )
        return Verification(ok=False, count=count, head=previous, broken_at=count + 1, why=why)
    stray = _beyond_the_head()
    if stray is not None:
        return Verification(
            ok=False,
            count=count,
            head=previous,
            broken_at=stray,
            why=f"Event {stray} was never recorded here.",
        )
    if known is not None and known[0] > count:
        why = f"Event {known[0]}, written down earlier, is missing."
        return Verification(ok=False, count=count, head=previous, broken_at=count + 1, why=why)
    return Verification(ok=True, count=count, head=previous)


def _flaw(event: AuditEvent, *, expected: int, previous: str, known: tuple[int, str] | None) -> str:
    if event.seq != expected:
        return (
            f"Event {expected} is missing." if event.seq > expected else f"Event {event.seq} is out of order."
        )
    if event.previous_hash != previous:
        return f"Event {event.seq} does not follow the one before it."
    if event.hash != chain.hash_of(event):
        return f"Event {event.seq} was changed."
    if known is not None and known[0] == event.seq and known[1] != event.hash:
        return f"Event {event.seq} is not the one written down earlier."
    return ""


def _beyond_the_head() -> int | None:
    """An event after the head, both read at one moment: recording goes on during a check."""
    return (
        AuditEvent.objects.filter(seq__gt=Coalesce(Subquery(AuditHead.objects.values("seq")[:1]), 0))
        .order_by("seq")
        .values_list("seq", flat=True)
        .first()
    )
