"""May they? Asked in the view, and again in the service. The default is no."""

import rules

from walkalong.people import queries
from walkalong.people.models import Person, Role


def _holds(person: Person | None, role: Role) -> bool:
    return bool(person is not None and person.is_active and queries.has_role(person, role))


@rules.predicate
def is_staff(person: Person | None) -> bool:
    return _holds(person, Role.STAFF)


@rules.predicate
def is_ambassador(person: Person | None) -> bool:
    return _holds(person, Role.AMBASSADOR)


@rules.predicate
def is_mentor(person: Person | None) -> bool:
    return _holds(person, Role.MENTOR)


@rules.predicate
def is_mentee(person: Person | None) -> bool:
    return _holds(person, Role.MENTEE)


@rules.predicate
def has_agreed(person: Person | None) -> bool:
    """To the current version of every document, 18 or over included, and took none of it back."""
    return person is not None and person.is_active and queries.has_agreed_to_all(person)


@rules.predicate
def person_is_self(person: Person | None, other: Person | None) -> bool:
    return person is not None and other is not None and person.is_active and person.pk == other.pk
