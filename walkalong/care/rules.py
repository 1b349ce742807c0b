"""Who may look after whom. The default is no."""

import rules

from walkalong.care.models import Contact
from walkalong.matching.models import Match
from walkalong.matching.rules import is_ambassador_of
from walkalong.people.models import Person
from walkalong.people.rules import is_ambassador


@rules.predicate
def may_look_after(person: Person, match: Match | None) -> bool:
    """The match's own ambassador, as long as they hold the role."""
    return bool(is_ambassador_of(person, match) and is_ambassador(person))


@rules.predicate
def may_answer(person: Person, contact: Contact | None) -> bool:
    return contact is not None and person.is_active and person.pk == contact.member_id
