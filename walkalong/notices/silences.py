"""Who must not be told just now: a room above that knows why (a pause, say) registers its answer."""

from collections.abc import Callable

from walkalong.people.models import Person

Silence = Callable[[Person, str, str], bool]

_silences: list[Silence] = []


def register(silence: Silence) -> Silence:
    """`silence(person, kind, url)` answers True when this notice must not reach this person."""
    if silence not in _silences:
        _silences.append(silence)
    return silence


def silent(person: Person, kind: str, url: str) -> bool:
    """Asked when a notice is made, and again when its e-mail would leave."""
    return any(silence(person, kind, url) for silence in _silences)
