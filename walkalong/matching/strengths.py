"""What somebody managed before, for the one who writes to them. The room that keeps steps registers it.

    from walkalong.matching import strengths
    strengths.register(RecalledSteps())             # in AppConfig.ready

Whoever asks says for which match, which reader and which moment. The provider asks for consent, each time.
"""

from dataclasses import dataclass
from datetime import date
from typing import Protocol

from walkalong.matching.models import Match
from walkalong.people.models import Person

AT_MOST = 3


@dataclass(frozen=True)
class Strength:
    happened_on: date
    words: str  # their own, unchanged
    is_from_here: bool = False  # it is the saying itself: "I've got it from here"
    said_from_here_on: date | None = None  # the day they said that of it


class StillReading(Exception):
    """Nothing was found so far, and not all was read yet: ask again in a moment."""


class Provider(Protocol):
    def offers(self, match: Match, reader: Person) -> bool:
        """Whether the other of this match agreed that `reader` may look. One small query."""
        ...

    def recall(self, match: Match, reader: Person, moment: str) -> list[Strength]:
        """What the other managed in moments like this one, the nearest first; empty without their consent.

        Raises StillReading.
        """
        ...


_providers: list[Provider] = []


def register(provider: Provider) -> None:
    if all(type(known) is not type(provider) for known in _providers):
        _providers.append(provider)


def offered(match: Match, reader: Person) -> bool:
    return any(provider.offers(match, reader) for provider in _providers)


def recalled(match: Match, reader: Person, moment: str) -> list[Strength]:
    """At most three. Raises StillReading."""
    found = [strength for provider in _providers for strength in provider.recall(match, reader, moment)]
    return found[:AT_MOST]
