"""Which feelings the mentee's last message speaks of. It chooses the examples beside the moves, nothing else.

Two readers: our own words for feelings (`felt_words.py`), and a small trained head that hears those shown
without a word for them (`felt_head.py`). What the words deny, or give to somebody else, stays unsaid. It is
read in memory and forgotten; no feeling is stored, counted or shown to anyone as a fact about a person.
"""

from dataclasses import dataclass

from walkalong.companion.felt_head import HEAD, FeltHead
from walkalong.companion.felt_words import Feeling, named_in

__all__ = ["MOST", "Feeling", "Felt", "feelings_in"]

MOST = 3


@dataclass(frozen=True, slots=True)
class Felt:
    feeling: Feeling
    strength: float


def feelings_in(before: str | None, *, head: FeltHead | None = HEAD, waits: bool = True) -> tuple[Felt, ...]:
    """At most three feelings of the writer's own, the strongest first; the last words count most.

    Without a head, or its files, the words answer alone. `waits=False` does not wait for it to be loaded.
    """
    if not before:
        return ()
    named = named_in(before)
    strength = dict(named.strength)
    for feeling, p in (head.heard(before, named, waits=waits) if head else {}).items():
        if feeling not in named.silent:
            strength[feeling] = strength.get(feeling, 0.0) + p
    ranked = sorted(strength, key=lambda feeling: (-strength[feeling], feeling))
    return tuple(Felt(feeling, round(strength[feeling], 2)) for feeling in ranked[:MOST])
