"""The pair's page is put together from cards. Rooms register who makes them; `home` lays them out.

    from walkalong.matching import pair_page
    pair_page.register(new_words_card, order=10)      # in AppConfig.ready

A provider is called once per page and match, for the person who looks, and answers a Card or None.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.utils.functional import Promise

from walkalong.matching.models import Match
from walkalong.people.models import Person


@dataclass(frozen=True)
class Card:
    title: str | Promise
    text: str | Promise = ""
    url: str = ""
    action: str | Promise = ""  # the words on the button that leads to url
    icon: str = ""
    lit: bool = False  # the lamp falls on it: something new waits here
    template: str = ""  # the room's own drawing of it, for more than words and one link; it gets `card`
    more: Mapping[str, Any] = field(default_factory=dict)  # what that drawing needs besides


CardProvider = Callable[[Match, Person], Card | None]
_providers: list[tuple[int, CardProvider]] = []
_signs: list[CardProvider] = []


def register(provider: CardProvider, *, order: int = 50) -> CardProvider:
    """Offer a card for the pair's page; registering twice changes nothing."""
    if all(known is not provider for _, known in _providers):
        _providers.append((order, provider))
        _providers.sort(key=lambda entry: entry[0])
    return provider


def register_sign(provider: CardProvider) -> CardProvider:
    """Offer a slim line for above the conversation, drawn by the card's own `template`."""
    if provider not in _signs:
        _signs.append(provider)
    return provider


def signs_for(match: Match, person: Person) -> list[Card]:
    """What this person should see of the two while they talk."""
    return [card for provider in _signs if (card := provider(match, person)) is not None]


def cards_for(match: Match, person: Person) -> list[Card]:
    """The cards for this person on this match's page, in order."""
    return [card for _, provider in _providers if (card := provider(match, person)) is not None]
