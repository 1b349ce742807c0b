"""Telling a human, and what the humans then do. Only a person acknowledges; nothing decides by itself."""

from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID, uuid4

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from walkalong.foundation.audit.services import record
from walkalong.foundation.crypto.services import erase_keys
from walkalong.notices.services import mark_seen, notify, notify_many
from walkalong.people.models import Person
from walkalong.people.queries import active_staff
from walkalong.safety import news, queries
from walkalong.safety.errors import NobodyToReceive, NotKnown
from walkalong.safety.models import HumanRequest, Topic
from walkalong.safety.rules import may_handle
from walkalong.safety.states import RequestState, require_transition

ANSWERED_WITHIN = timedelta(days=1)  # S15


@dataclass(frozen=True)
class Told:
    """What was told, opened for the one who reads it."""

    words: str
    attached: str
    close_reason: str


def tell_a_human(
    *,
    by: Person,
    words: str,
    about: Person | None = None,
    attached_words: str = "",
    match_id: UUID | None = None,
    topic: Topic = Topic.TALK,
    answer_by: date | None = None,
    client_id: UUID | None = None,
) -> HumanRequest:
    """Bring something to the programme's staff, sealed, except to those it is about (S10).

    `client_id` is made by the form: told again with the same one, the first request is answered.
    `match_id` gives the context, names only, and counts only if `by` has a part in that match.
    Raises NotKnown if `about` is nobody this person knows, NobodyToReceive if no staff is left to get it.
    """
    if not by.is_active:
        raise PermissionDenied
    walks = queries.walks_of(by)
    if about is not None and about.pk not in {
        known.person.pk for known in queries.people_known_to(by, walks)
    }:
        raise NotKnown
    with transaction.atomic():
        receivers = list(queries.who_receives(by=by, about=about))
        if not receivers and topic == Topic.ADULT:  # S15: kept for staff who have no way in yet
            receivers = list(active_staff().exclude(pk=by.pk))
        if not receivers:
            raise NobodyToReceive
        # get_or_create: two presses at once leave one request
        request, made = HumanRequest.objects.get_or_create(
            from_person=by,
            client_id=client_id or uuid4(),
            defaults={
                "about_person": about,
                "match_id": next((match.pk for match in walks if match.pk == match_id), None),
                "topic": Topic.REPORT if attached_words else topic,
                "words": words,
                "attached": attached_words,
                "answer_by": answer_by,
            },
        )
        if not made:
            return request
        # no word of it, and not whom it is about: people see the entries about themselves
        _record("safety.adult_told" if topic == Topic.ADULT else "safety.request_made", by, request)
        notify_many(people=receivers, kind=news.REQUEST.name, url=_staff_url(request), key=str(request.pk))
    return request


@transaction.atomic
def adulthood_taken_back(*, by: Person) -> HumanRequest | None:
    """Bring it to staff, who answer within a day (S15); the match rests already. One open request at a time.

    None if no other staff is there to get it: the person who took it back must not be held up by that.
    """
    already = queries.open_requests_of(by, topic=Topic.ADULT).first()
    if already is not None:
        return already
    day = timezone.localdate() + ANSWERED_WITHIN
    try:
        return tell_a_human(by=by, words="", topic=Topic.ADULT, answer_by=day)
    except NobodyToReceive:
        return None


def read_request(*, by: Person, request: HumanRequest) -> Told:
    """Open the words for a member of staff; the reading is written down, and the sender can see it."""
    _require_may_handle(by, request)
    with transaction.atomic():
        _record("safety.request_read", by, request)
        mark_seen(person=by, kind=news.REQUEST.name, key=str(request.pk))
    return Told(request.words, request.attached, request.close_reason or "")


def acknowledge_request(*, by: Person, request: HumanRequest) -> HumanRequest:
    """A human says: I have it. Pressed twice it changes nothing; a colleague who presses takes over.

    Raises IllegalTransition for a closed request.
    """
    _require_may_handle(by, request)
    with transaction.atomic():
        request = _locked(request)
        if request.state == RequestState.TAKEN and request.acknowledged_by_id == by.pk:
            return request
        require_transition(request.state, RequestState.TAKEN)
        request.state = RequestState.TAKEN
        request.acknowledged_by = by
        request.acknowledged_at = timezone.now()
        request.save(update_fields=["state", "acknowledged_by", "acknowledged_at"])
        _record("safety.request_taken", by, request)
        if request.from_person is not None:
            url = reverse("safety:my_request", args=[request.pk])
            notify(person=request.from_person, kind=news.TAKEN.name, url=url, key=str(request.pk))
    return request


def close_request(
    *, by: Person, request: HumanRequest, reason: str, keep_until: date | None = None
) -> HumanRequest:
    """Close it with a reason, and say until when the record is kept (by default as the setting says).

    Raises IllegalTransition unless somebody has it, ValueError without a reason or with a date that is past
    or later than the setting allows.
    """
    _require_may_handle(by, request)
    latest = longest_kept()
    keep_until = keep_until or latest
    if not reason.strip() or not timezone.localdate() <= keep_until <= latest:
        raise ValueError("A safety record needs a reason and an expiry.")
    with transaction.atomic():
        request = _locked(request)
        require_transition(request.state, RequestState.CLOSED)
        request.state = RequestState.CLOSED
        request.closed_by = by
        request.closed_at = timezone.now()
        request.close_reason = reason
        request.keep_until = keep_until
        request.save(update_fields=["state", "closed_by", "closed_at", "close_reason", "keep_until"])
        _record("safety.request_closed", by, request, {"keep_until": keep_until.isoformat()})
    return request


def erase_expired_requests() -> int:
    """Destroy the keys and rows of records whose time is over. Harmless to run twice."""
    expired = HumanRequest.objects.filter(state=RequestState.CLOSED, keep_until__lt=timezone.localdate())
    count = 0
    for request in expired.defer("words", "attached", "close_reason"):
        with transaction.atomic():
            _record("safety.request_erased", None, request)
            scope = request.words_scope
            HumanRequest.objects.filter(pk=request.pk).delete()
            erase_keys(scope=scope)
        count += 1
    return count


def longest_kept() -> date:
    """The last day a record closed today may be kept."""
    today = timezone.localdate()
    year = today.year + settings.SAFETY_RECORD_YEARS
    try:
        return today.replace(year=year)
    except ValueError:  # the 29th of February
        return today.replace(year=year, day=28)


def _require_may_handle(by: Person, request: HumanRequest) -> None:
    if not may_handle(by, request):
        raise PermissionDenied


def _locked(request: HumanRequest) -> HumanRequest:
    return HumanRequest.objects.select_for_update(of=("self",)).get(pk=request.pk)


def _record(
    verb: str, actor: Person | None, request: HumanRequest, detail: dict[str, str | int] | None = None
) -> None:
    sender = request.from_person
    record(
        verb=verb,
        actor=str(actor.pseudonym) if actor else None,
        subject=str(request.pk),
        about=str(sender.pseudonym) if sender else None,
        detail=detail,
    )


def _staff_url(request: HumanRequest) -> str:
    return reverse("safety:request", args=[request.pk])
