"""Who may tell whom, and who may open whose hope. The default is no."""

import rules

from walkalong.journey.heavy.models import HeavyDay, HopeItem
from walkalong.matching.models import Match
from walkalong.matching.rules import is_member, may_write_pair
from walkalong.matching.states import MatchState
from walkalong.people.models import Person


@rules.predicate
def may_tell(person: Person, match: Match | None) -> bool:
    """Either of the two, while they walk: the same who may write a message."""
    return bool(may_write_pair(person, match))


@rules.predicate
def may_be_told(person: Person, match: Match | None) -> bool:
    """Only the other of a match that is neither resting nor over. Asked at every reading."""
    return match is not None and bool(is_member(person, match)) and match.state == MatchState.ACTIVE


@rules.predicate
def is_own_day(person: Person, day: HeavyDay | None) -> bool:
    return day is not None and person.is_active and day.person_id == person.pk


@rules.predicate
def may_see_item(person: Person, item: HopeItem | None) -> bool:
    """Its owner, always. Who gave it, for as long as they walk with its owner."""
    if item is None or not person.is_active:
        return False
    return item.owner_id == person.pk or _still_walks_with_owner(person, item)


@rules.predicate
def may_remove_item(person: Person, item: HopeItem | None) -> bool:
    """Whoever may see it: an owner need not keep what was given, and a giver may take it back."""
    return bool(may_see_item(person, item))


def _still_walks_with_owner(person: Person, item: HopeItem) -> bool:
    match = item.match
    return item.giver_id == person.pk and match is not None and match.state != MatchState.ENDED
