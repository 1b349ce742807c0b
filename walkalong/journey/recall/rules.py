"""Who may choose, and who may be offered somebody's steps. The default is no."""

import rules

from walkalong.journey.steps.rules import may_add_to_journey, may_see_journey
from walkalong.matching.models import Match
from walkalong.matching.rules import may_write_pair
from walkalong.people.models import Person


@rules.predicate
def may_be_reminded(person: Person | None) -> bool:
    """Whoever has a journey, or may begin one."""
    return bool(may_see_journey(person))


@rules.predicate
def may_agree_to_recall(person: Person | None) -> bool:
    """A new yes needs the agreements; a no never does."""
    return bool(may_add_to_journey(person))


@rules.predicate
def may_look_for_strengths(reader: Person, match: Match | None) -> bool:
    """Only while the two walk: not during a pause, not after the end, not once contact was stopped."""
    return bool(may_write_pair(reader, match))
