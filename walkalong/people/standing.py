"""What somebody is part of just now: staff see it before they end a role or close an account.

Rooms above register who tells it, since this one knows nothing of matches.
"""

from collections.abc import Callable
from dataclasses import dataclass

from walkalong.people.models import Person, Role


@dataclass(frozen=True)
class Standing:
    """One thing a person is part of in one of their roles."""

    role: Role
    words: str
    ends_with_account: bool = False  # else it goes on without them


Provider = Callable[[Person], list[Standing]]
_providers: list[Provider] = []


def register(provider: Provider) -> Provider:
    """Registering twice changes nothing."""
    if provider not in _providers:
        _providers.append(provider)
    return provider


def of(person: Person) -> list[Standing]:
    return [standing for provider in _providers for standing in provider(person)]
