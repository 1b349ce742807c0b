"""Ways a match ends. All of them end it at once, and none asks for a reason."""

from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from walkalong.matching.models import Match
from walkalong.matching.rules import is_member
from walkalong.matching.services.shared import audit, cut_live, locked, pair_url
from walkalong.matching.signals import match_closed
from walkalong.matching.states import EndKind, MatchState, require_transition
from walkalong.notices.services import forget_what_rests, notify, notify_many
from walkalong.people.access import require
from walkalong.people.models import Person
from walkalong.people.queries import active_staff
from walkalong.people.rules import is_ambassador


@transaction.atomic
def leave_match(*, by: Person, match: Match) -> Match:
    """End the match because one of the two wishes to go. Pressed twice it ends once."""
    require(is_member, by, match, else_404=True)
    return close_match(by=by, match=match, kind=EndKind.LEFT)


@transaction.atomic
def stop_contact(*, by: Person, match: Match) -> Match:
    """End the match because one of the two wants no more contact. The other is told what leaving tells."""
    require(is_member, by, match, else_404=True)
    return close_match(by=by, match=match, kind=EndKind.STOPPED)


@transaction.atomic
def close_match(*, by: Person | None, match: Match, kind: EndKind) -> Match:
    """End the match, cut what is live, and tell the other side neutrally.

    One path for every kind, so that the other side sees, hears and measures the same whichever it was.
    """
    match = locked(match.id)
    if match.state == MatchState.ENDED:
        return _worse_of(match, kind, by)
    require_transition(match.state, MatchState.ENDED)
    now = timezone.now()
    match.state, match.ended_at, match.end_kind, match.ended_by = MatchState.ENDED, now, kind, by
    match.save(update_fields=["state", "ended_at", "end_kind", "ended_by"])
    match.pauses.filter(until=None).update(until=now)
    forget_what_rests(people=(match.mentee, match.mentor), about=match.id)
    for person in (match.mentee, match.mentor):
        if person != by and person.is_active:
            notify(person=person, kind="matching.ended", url=pair_url(match), key=f"ended:{match.id}")
    _tell_whoever_can_be_there(match)
    match_closed.send(Match, match=match)
    audit("ended", match, by)  # without the kind: both members read this entry
    cut_live(match)
    return match


def _tell_whoever_can_be_there(match: Match) -> None:
    """The ambassador; where there is none, staff outside the two. Nobody hears who ended it, or why."""
    key = f"ended:{match.id}"
    if match.ambassador is not None and is_ambassador(match.ambassador):
        notify(person=match.ambassador, kind="matching.needs_you", url=reverse("care:desk"), key=key)
        return
    staff = active_staff().exclude(pk__in=[match.mentee_id, match.mentor_id])
    notify_many(people=staff, kind="matching.needs_somebody", url=reverse("care:staff"), key=key)


def _worse_of(match: Match, kind: EndKind, by: Person | None) -> Match:
    """Stopping contact after the match has ended still counts: the desks must see it, the other must not."""
    if kind == EndKind.STOPPED and match.end_kind != EndKind.STOPPED:
        match.end_kind = kind
        match.save(update_fields=["end_kind"])
    return match
