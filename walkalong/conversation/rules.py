"""Who may do what in a conversation. The default is no."""

import rules

from walkalong.conversation.models import Message
from walkalong.matching.models import Match
from walkalong.matching.rules import is_member, may_read_pair
from walkalong.people.models import Person, Role
from walkalong.people.queries import has_role


@rules.predicate
def may_take_back(person: Person, message: Message | None) -> bool:
    """One's own words, for as long as the two can read them; also during a pause and after the end."""
    if message is None or person.pk != message.author_id:
        return False
    return bool(may_read_pair(person, message.match))


@rules.predicate
def may_report(person: Person, message: Message | None) -> bool:
    """Whoever was written to; never somebody about their own words."""
    if message is None or person.pk == message.author_id:
        return False
    return bool(may_read_pair(person, message.match))


@rules.predicate
def may_use_companion(person: Person, match: Match | None) -> bool:
    """The mentor of the match: it reads a mentor's own draft and nobody else's."""
    if match is None or not is_member(person, match) or person.pk != match.mentor_id:
        return False
    return has_role(person, Role.MENTOR)
