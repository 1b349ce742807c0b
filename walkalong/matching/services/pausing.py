"""Taking a pause and coming back. Each lifts only the own pause."""

from django.db import transaction
from django.utils import timezone

from walkalong.matching.errors import StillHeld
from walkalong.matching.holds import keeps_resting
from walkalong.matching.models import Match, Pause
from walkalong.matching.queries import other_member
from walkalong.matching.rules import is_member
from walkalong.matching.services.shared import audit, cut_live, hint, locked, pair_url
from walkalong.matching.signals import match_paused, match_resumed
from walkalong.matching.states import MatchState, require_transition
from walkalong.notices.services import notify
from walkalong.people.access import require
from walkalong.people.models import Person


@transaction.atomic
def pause_match(*, by: Person, match: Match) -> Match:
    """Let the match rest because one of the two wishes it, at once and without a reason.

    Pressed twice it opens one pause. Raises IllegalTransition when the match has ended.
    """
    require(is_member, by, match, else_404=True)
    return open_pause(by=by, match=match)


@transaction.atomic
def open_pause(*, by: Person, match: Match) -> Match:
    """A pause of this member's. Also called when they withdraw what they agreed to."""
    match = locked(match.id)
    if match.state == MatchState.ENDED:
        require_transition(match.state, MatchState.PAUSED)
    if match.pauses.filter(by=by, until=None).exists():
        return match
    Pause.objects.create(match=match, by=by)
    if match.state == MatchState.ACTIVE:
        match.state = MatchState.PAUSED
        match.save(update_fields=["state"])
    match_paused.send(Match, match=match)
    audit("paused", match, by)
    cut_live(match)
    return match


@transaction.atomic
def resume_match(*, by: Person, match: Match) -> Match:
    """Lift the own pause. The match is active again when nobody else's pause is open.

    Raises IllegalTransition when the match has ended, StillHeld while the programme sees to something first.
    """
    require(is_member, by, match, else_404=True)
    if keeps_resting(by):
        raise StillHeld
    match = locked(match.id)
    if match.state == MatchState.ENDED:
        require_transition(match.state, MatchState.ACTIVE)
    if not match.pauses.filter(by=by, until=None).update(until=timezone.now()):
        return match
    if not match.pauses.filter(until=None).exists():
        require_transition(match.state, MatchState.ACTIVE)
        match.state = MatchState.ACTIVE
        match.save(update_fields=["state"])
        notify(
            person=other_member(match, by),
            kind="matching.resumed",
            url=pair_url(match),
            key=f"resumed:{match.id}",
        )
        match_resumed.send(Match, match=match)
    audit("pause_lifted", match, by)
    hint(match)
    return match
