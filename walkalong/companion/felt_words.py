"""Feelings that a message names, by our own words for them, with "not", "so" and whose they are."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from walkalong.companion.lexicon.feeling_words import (
    BODY,
    DENIES_NOTHING,
    FEELINGS,
    NOT,
    OTHERS,
    OWN,
    STRONGER,
    THE_WRITER,
    WEAKER,
)
from walkalong.companion.sentences import split_sentences
from walkalong.companion.tokens import tokenize

LAST_SENTENCES, LAST_CHARACTERS = 30, 6_000
NEAR = 3  # words back in which a "not" or a "so" still counts


class Feeling(StrEnum):
    SAD = "sad"
    HURT = "hurt"
    LONELY = "lonely"
    AFRAID = "afraid"
    WORRIED = "worried"
    ANGRY = "angry"
    ASHAMED = "ashamed"
    GUILTY = "guilty"
    TIRED = "tired"
    OVERWHELMED = "overwhelmed"
    LOST = "lost"
    HOPELESS = "hopeless"
    NUMB = "numb"
    PROUD = "proud"
    HAPPY = "happy"
    RELIEVED = "relieved"
    HOPEFUL = "hopeful"


@dataclass(frozen=True, slots=True)
class Named:
    """What the words of a message say by themselves."""

    strength: dict[Feeling, float]
    denied: frozenset[Feeling]  # named, and never as there: "not sad"
    anothers: frozenset[Feeling]  # named, and only as somebody else's: "she is angry"
    says_i: bool

    @property
    def silent(self) -> frozenset[Feeling]:
        return self.denied | self.anothers

    @property
    def tells_of_another(self) -> bool:
        """Somebody else's feeling is all there is, and the writer does not appear."""
        return bool(self.anothers) and not self.strength and not self.says_i


Phrase = tuple[str, ...]


def _phrases(table: str) -> dict[str, list[tuple[Phrase, Feeling | None]]]:
    """Every phrase by its first word, the longest first."""
    found: dict[str, list[tuple[Phrase, Feeling | None]]] = {}
    for line in table.strip().replace("\n    ", " ").splitlines():
        name, _, words = line.partition(":")
        for word in words.split():
            phrase = tuple(word.split("_"))
            found.setdefault(phrase[0], []).append((phrase, Feeling.__members__.get(name)))
    for phrases in found.values():
        phrases.sort(key=lambda each: -len(each[0]))
    return found


PHRASES = _phrases(FEELINGS)


def named_in(message: str) -> Named:
    """The last words count most."""
    strength: dict[Feeling, float] = {}
    denied: set[Feeling] = set()
    anothers: set[Feeling] = set()
    says_i = False
    message = message[-LAST_CHARACTERS:]
    spans = split_sentences(message)[-LAST_SENTENCES:]
    for number, (start, end) in enumerate(spans):
        late = 1.0 + 0.1 * number / len(spans)
        words = [token.word for token in tokenize(message[start:end])]
        says_i = says_i or not THE_WRITER.isdisjoint(words)
        for at, length, feeling in _found(words):
            if _is_anothers(words, at):
                anothers.add(feeling)
            elif _is_denied(words, at, length):
                denied.add(feeling)
            else:
                strength[feeling] = max(strength.get(feeling, 0.0), _weight(words, at, length) * late)
    there = frozenset(strength)
    return Named(strength, frozenset(denied) - there, frozenset(anothers) - there, says_i)


def _found(words: Sequence[str]) -> Iterator[tuple[int, int, Feeling]]:
    at = 0
    while at < len(words):
        length = 1
        for phrase, feeling in PHRASES.get(words[at], ()):
            if tuple(words[at : at + len(phrase)]) == phrase:
                length = len(phrase)
                if feeling and not (
                    feeling is Feeling.HURT and BODY.intersection(words[max(0, at - 2) : at])
                ):
                    yield at, length, feeling
                break
        at += length


def _earlier(words: Sequence[str], at: int) -> Sequence[str]:
    return words[max(0, at - NEAR) : at]


def _is_denied(words: Sequence[str], at: int, length: int) -> bool:
    earlier = _earlier(words, at)
    if "?" in words[at : at + length]:
        return False
    if any((one, other) in DENIES_NOTHING for i, one in enumerate(earlier) for other in earlier[i + 1 :]):
        return False
    return any(word in NOT for word in earlier)


def _weight(words: Sequence[str], at: int, length: int) -> float:
    earlier = _earlier(words, at)
    weight = 1.0 + 0.1 * (length - 1)
    if any(word in STRONGER for word in earlier):
        weight *= 1.4
    return weight * 0.6 if any(word in WEAKER for word in earlier) else weight


def _is_anothers(words: Sequence[str], at: int) -> bool:
    """Somebody else leads the clause, and "I" does not stand between them and the word.

    "My mum is sad": "mum" stands nearer than "my". Words that end a thought end the search.
    """
    for word in reversed(words[max(0, at - 4) : at]):
        if word in OWN or word in ("and", "but", "because", "that"):
            return False
        if word in OTHERS:
            return True
    return False
