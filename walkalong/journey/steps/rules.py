"""Who may do what with a step. The default is no."""

import rules

from walkalong.journey.steps.models import Celebration, Noticing, Step
from walkalong.matching.models import Match
from walkalong.matching.rules import is_member, may_write_pair
from walkalong.matching.states import MatchState
from walkalong.people.models import Person, Role
from walkalong.people.queries import has_role
from walkalong.people.rules import has_agreed


@rules.predicate
def may_see_journey(person: Person | None) -> bool:
    """Whoever walks or waits to walk, on either side; and whoever has a journey already keeps it."""
    if person is None or not person.is_active:
        return False
    if has_role(person, Role.MENTEE) or has_role(person, Role.MENTOR):
        return True
    return Step.objects.filter(owner=person).exists()


@rules.predicate
def may_add_to_journey(person: Person | None) -> bool:
    """Seeing one's journey is enough for reading; for new words the agreements must hold."""
    return bool(may_see_journey(person) and has_agreed(person))


@rules.predicate
def owns_step(person: Person | None, step: Step | None) -> bool:
    return person is not None and step is not None and person.is_active and person.pk == step.owner_id


@rules.predicate
def may_see_shared(person: Person, match: Match | None) -> bool:
    """What each shows the other is seen while the walk lasts, a pause included, and not after."""
    return match is not None and bool(is_member(person, match)) and match.state != MatchState.ENDED


@rules.predicate
def may_give(person: Person, match: Match | None) -> bool:
    """Sharing, celebrating, noticing: whatever reaches the other, as writing to each other does."""
    return bool(may_write_pair(person, match))


@rules.predicate
def may_see_celebration(person: Person, celebration: Celebration | None) -> bool:
    """The owner for good; whoever gave it while the step is still shown to them."""
    if celebration is None or not person.is_active:
        return False
    if person.pk == celebration.step.owner_id:
        return True
    if person.pk != celebration.by_id or not may_see_shared(person, celebration.match):
        return False
    return celebration.step.shares.filter(match=celebration.match_id).exists()


@rules.predicate
def may_take_back_celebration(person: Person, celebration: Celebration | None) -> bool:
    """Who gave it may take it back, and who was given it need not keep it."""
    return bool(may_see_celebration(person, celebration))


@rules.predicate
def may_answer_noticing(person: Person, noticing: Noticing | None) -> bool:
    """Only the one it was noticed about says whether it was a step."""
    if noticing is None or person.pk == noticing.by_id:
        return False
    return bool(may_see_shared(person, noticing.match))


@rules.predicate
def may_take_back_noticing(person: Person, noticing: Noticing | None) -> bool:
    if noticing is None or person.pk != noticing.by_id:
        return False
    return bool(may_see_shared(person, noticing.match))


@rules.predicate
def may_show_to_a_human(person: Person, received: tuple[Step | Celebration | Noticing, Match] | None) -> bool:
    """Whoever received it, while they see it; never somebody about what they gave themselves."""
    if received is None:
        return False
    what, match = received
    if isinstance(what, Celebration):
        return person.is_active and person.pk == what.step.owner_id and what.match_id == match.pk
    if isinstance(what, Noticing):
        return what.match_id == match.pk and bool(may_answer_noticing(person, what))
    if person.pk == what.owner_id or not may_see_shared(person, match):
        return False
    return what.shares.filter(match=match).exists()
