"""Which words of a sentence spoke for a label, so that a reason can point at them.

The net averages over the pieces of a sentence, so each piece's share of a logit is known and costs nothing.
"""

from itertools import groupby

from walkalong.companion.model import Answer

MOST_WORDS = 6
Place = tuple[int, int]


def speaking_words(answer: Answer, label: int, sentence: str) -> tuple[Place, ...]:
    """The one run of at most six words that spoke most for the label, or nothing."""
    words = [(place, share) for place, share in _by_word(answer, label) if _is_word(sentence, place)]
    if not words:
        return ()
    usual = sum(share for _, share in words) / len(words)
    best, found = float("-inf"), (0, 0)
    for first in range(len(words)):
        total = 0.0
        for last in range(first, min(len(words), first + MOST_WORDS)):
            total += words[last][1] - usual
            if total > best:
                best, found = total, (first, last)
    first_place, last_place = words[found[0]][0], words[found[1]][0]
    return ((first_place[0], last_place[1]),)


def _is_word(sentence: str, place: Place) -> bool:
    return any(char.isalnum() for char in sentence[place[0] : place[1]])


def _by_word(answer: Answer, label: int) -> list[tuple[Place, float]]:
    """What each word said for this label, above what it said for the others."""
    means = answer.shares.mean(axis=1)
    said = [float(piece[label] - mean) for piece, mean in zip(answer.shares, means, strict=True)]
    pieces = groupby(zip(answer.places, said, strict=True), key=lambda pair: pair[0])
    return [(place, sum(share for _, share in each)) for place, each in pieces]
