"""Who may do what with a match. The default is no."""

from datetime import timedelta

import rules
from django.conf import settings
from django.utils import timezone

from walkalong.matching.models import Match
from walkalong.matching.queries import LOOKED_AFTER_FOR
from walkalong.matching.states import MatchState
from walkalong.people.models import Person
from walkalong.people.rules import has_agreed, is_staff


@rules.predicate
def is_member(person: Person, match: Match | None) -> bool:
    """One of the two. Both have the same powers here, whichever role they hold."""
    return match is not None and person.is_active and person.pk in (match.mentee_id, match.mentor_id)


@rules.predicate
def is_ambassador_of(person: Person, match: Match | None) -> bool:
    return match is not None and person.is_active and person.pk == match.ambassador_id


@rules.predicate
def may_find_somebody(person: Person, match: Match | None) -> bool:
    """Staff choose who looks after two people; of a walk that has just ended, only staff outside the two."""
    if match is None or not is_staff(person):
        return False
    if match.ended_at is None:
        return True
    return not is_member(person, match) and timezone.now() < match.ended_at + LOOKED_AFTER_FOR


@rules.predicate
def may_read_pair(person: Person, match: Match | None) -> bool:
    """The two read what they wrote while they walk, and for the kept days after the end."""
    if match is None or not is_member(person, match):
        return False
    if match.ended_at is None:
        return True
    return timezone.now() < match.ended_at + timedelta(days=settings.ENDED_MATCH_KEPT_DAYS)


@rules.predicate
def may_write_pair(person: Person, match: Match | None) -> bool:
    """Only while the match is active, both are here, and the writer has agreed to what must be agreed."""
    if match is None or not is_member(person, match) or match.state != MatchState.ACTIVE:
        return False
    return match.mentee.is_active and match.mentor.is_active and bool(has_agreed(person))
