"""What keeps a pause from being lifted until a person of the programme has seen to it.

Rooms above register a hold, since this one does not know why (S15 is one reason).
"""

from collections.abc import Callable

from walkalong.people.models import Person

Hold = Callable[[Person], bool]
_holds: list[Hold] = []


def register(hold: Hold) -> Hold:
    """Registering twice changes nothing."""
    if hold not in _holds:
        _holds.append(hold)
    return hold


def keeps_resting(person: Person) -> bool:
    """Whether this person's own pause has to wait for somebody of the programme."""
    return any(hold(person) for hold in _holds)
