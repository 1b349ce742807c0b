"""Patterns over words, written so that anyone can read them, matched in bounded time.

    you should        these words, one after another (case, apostrophes and commas do not matter)
    could|might       either word            really?    perhaps this word
    <feeling>         any word of a class of words.py   diagnos*   words beginning so
    ..   ...          up to three, up to eight words, never across "but" or "?"
    ^    ^^           here a clause begins; here the sentence begins (small opening words aside)
    !be|is            the next word is none of these    $          here the sentence ends
    [?]               a question mark

There is no regular expression here on purpose: nothing a person types can make matching slow.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from walkalong.companion.labels import Label, Side
from walkalong.companion.tokens import Token
from walkalong.companion.words import CLASSES, SHAPES, in_class

GAPS = {"..": 3, "...": 8}
NOT_IN_GAP = frozenset({"but", "?", "!"})


@dataclass(frozen=True, slots=True)
class Slot:
    """One place in a pattern: a word out of a set, a gap, or a condition on where we are."""

    words: frozenset[str] = frozenset()
    shapes: tuple[str, ...] = ()
    prefixes: tuple[str, ...] = ()
    optional: bool = False
    gap: int = 0
    forbids: bool = False
    place: str = ""

    def takes(self, word: str) -> bool:
        if word in self.words:
            return True
        if self.prefixes and word.startswith(self.prefixes):
            return True
        return bool(self.shapes) and any(in_class(word, shape) for shape in self.shapes)


@dataclass(frozen=True, slots=True)
class Cue:
    """A pattern and what it speaks for: a label, or a whole side when it is only a faint sign."""

    target: Label | Side
    weight: float
    why: str
    pattern: str
    slots: tuple[Slot, ...]


@dataclass(frozen=True, slots=True)
class Hit:
    cue: Cue
    first: int  # index of the first token
    after: int  # index after the last token


def parse_pattern(pattern: str) -> tuple[Slot, ...]:
    return tuple(_parse_slot(part) for part in pattern.split())


def _parse_slot(part: str) -> Slot:
    if part in GAPS:
        return Slot(gap=GAPS[part])
    if part in ("^", "^^", "$"):
        return Slot(place=part)
    if part == "[?]":
        return Slot(words=frozenset("?"))
    forbids = part.startswith("!")
    optional = part.endswith("?")
    words: set[str] = set()
    shapes: list[str] = []
    prefixes: list[str] = []
    for choice in part.removeprefix("!").removesuffix("?").split("|"):
        name = choice.strip("<>")
        if not choice.startswith("<"):
            prefixes.append(choice[:-1]) if choice.endswith("*") else words.add(choice)
        elif name in SHAPES:
            shapes.append(name)
        else:
            words |= CLASSES[name]
    return Slot(frozenset(words), tuple(shapes), tuple(prefixes), optional, forbids=forbids)


def parse_cues(table: str) -> list[Cue]:
    """Read one table: `[LABEL why]` opens a block, each line below is a weight and a pattern.

    A line that begins with spaces and `|` carries on the one above.
    """
    cues: list[Cue] = []
    target: Label | Side = Label.NEUTRAL
    why = ""
    for line in re.sub(r"\n +\|", "|", table).splitlines():
        line = line.split("#")[0].strip()
        if line.startswith("[") and not line.startswith("[?]"):
            name, _, why = line.strip("[]").partition(" ")
            target = Label(name) if name in Label.__members__ else Side(name)
        elif line:
            weight, _, pattern = line.partition(" ")
            pattern = pattern.strip()
            cues.append(Cue(target, float(weight), why.strip(), pattern, parse_pattern(pattern)))
    return cues


@dataclass(slots=True)
class PhraseBook:
    """All cues, found by the word they begin with."""

    by_word: dict[str, list[Cue]] = field(default_factory=lambda: defaultdict(list))
    by_shape: list[Cue] = field(default_factory=list)

    @classmethod
    def of(cls, cues: Iterable[Cue]) -> "PhraseBook":
        book = cls()
        for cue in cues:
            book._add(cue)
        return book

    def _add(self, cue: Cue) -> None:
        for slot in cue.slots:
            if slot.place:
                continue
            if slot.gap or slot.forbids or slot.shapes or slot.prefixes:
                self.by_shape.append(cue)
                return
            for word in slot.words:
                if cue not in self.by_word[word]:
                    self.by_word[word].append(cue)
            if not slot.optional:
                return

    def hits(self, tokens: Sequence[Token]) -> list[Hit]:
        """Every cue at most once, at its first place."""
        found: dict[int, Hit] = {}
        for at, token in enumerate(tokens):
            for cues in (self.by_word.get(token.word, ()), self.by_shape):
                for cue in cues:
                    if id(cue) not in found:
                        after = _match(cue.slots, 0, tokens, at)
                        if after is not None:
                            found[id(cue)] = Hit(cue, at, max(after, at + 1))
        return list(found.values())


def _match(slots: tuple[Slot, ...], at_slot: int, tokens: Sequence[Token], at: int) -> int | None:
    """The index after the last matched token, or None. Depth is the pattern's length; gaps are bounded."""
    if at_slot == len(slots):
        return at
    slot = slots[at_slot]
    if slot.place:
        return _match(slots, at_slot + 1, tokens, at) if _is_at(slot.place, tokens, at) else None
    if slot.gap:
        for skip in range(slot.gap + 1):
            after = _match(slots, at_slot + 1, tokens, at + skip)
            if after is not None:
                return after
            if at + skip >= len(tokens) or tokens[at + skip].word in NOT_IN_GAP:
                return None
        return None
    taken = at < len(tokens) and slot.takes(tokens[at].word)
    if slot.forbids:
        return None if taken else _match(slots, at_slot + 1, tokens, at)
    if taken:
        after = _match(slots, at_slot + 1, tokens, at + 1)
        if after is not None:
            return after
    return _match(slots, at_slot + 1, tokens, at) if slot.optional else None


def _is_at(place: str, tokens: Sequence[Token], at: int) -> bool:
    if place == "$":
        return all(token.word in "?!" for token in tokens[at:])
    return at < len(tokens) and (tokens[at].opens if place == "^" else tokens[at].heads)
