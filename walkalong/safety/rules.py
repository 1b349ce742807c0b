"""Who may see what somebody told the programme's people. The default is no."""

import rules

from walkalong.people.models import Person
from walkalong.people.rules import is_staff
from walkalong.safety.models import HumanRequest


@rules.predicate
def may_handle(person: Person | None, request: HumanRequest | None) -> bool:
    """Staff, but never the one it is about, and not the one who wrote it: another human answers."""
    if person is None or request is None or not is_staff(person):
        return False
    return person.pk not in (request.about_person_id, request.from_person_id)


@rules.predicate
def is_own(person: Person | None, request: HumanRequest | None) -> bool:
    return person is not None and request is not None and person.pk == request.from_person_id
