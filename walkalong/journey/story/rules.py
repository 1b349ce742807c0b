"""Who may do what with a story. The default is no; staff are in none of these."""

import rules

from walkalong.journey.story.models import StoryPiece
from walkalong.matching.models import Match
from walkalong.matching.rules import is_member
from walkalong.people.models import Person


@rules.predicate
def is_teller(person: Person | None, piece: StoryPiece | None) -> bool:
    return person is not None and piece is not None and person.is_active and person.pk == piece.teller_id


@rules.predicate
def may_see_the_others_story(person: Person | None, match: Match | None) -> bool:
    """One of the two. What they then see is asked of the match at each reading."""
    return person is not None and bool(is_member(person, match))
