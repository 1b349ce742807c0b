"""A second, simple reader beside the net: which runs of letters and words a sentence has, weighed once each.

It knows the shape of a question or an order, and generalises where the net has seen too little.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from math import log
from pathlib import Path
from typing import Any

from walkalong.companion.tokens import WORD

MOST_CHARACTERS = 600
LETTERS = (2, 3, 4, 5)
WORDS = (1, 2, 3)
_STRAIGHT = str.maketrans("’ʼ`´‘", "'''''")


def grams(text: str) -> tuple[Counter[str], Counter[str]]:
    """Runs of letters within words, and runs of words. The two kinds never share a name."""
    plain = text[:MOST_CHARACTERS].lower().translate(_STRAIGHT)
    return Counter(_letters(plain)), Counter(_words(plain))


def _letters(plain: str) -> Iterator[str]:
    for word in plain.split():
        padded = f" {word} "
        for size in LETTERS:
            for start in range(max(1, len(padded) - size + 1)):
                yield padded[start : start + size]
            if size >= len(padded):
                break


def _words(plain: str) -> Iterator[str]:
    words = [word for word in WORD.findall(plain) if word[0].isalnum() or word in "?!"]
    for size in WORDS:
        for start in range(len(words) - size + 1):
            yield "\t" + " ".join(words[start : start + size])


@dataclass(frozen=True, slots=True)
class Grams:
    """The names of all runs it knows, how rare each is, and what each says for each label."""

    places: dict[str, int]
    rarity: Any  # numpy: one number for each run
    weights: Any  # numpy: runs by labels
    start: Any  # numpy: what every label begins with

    def logits(self, text: str) -> Any:
        import numpy

        total = self.start.copy()
        for counted in grams(text):
            at, values = self.vector(counted)
            if len(at):
                total += numpy.asarray(values, dtype=numpy.float32) @ self.weights[at].astype(numpy.float32)
        return total

    def vector(self, counted: Counter[str]) -> tuple[list[int], list[float]]:
        """Length one, so that long sentences do not speak louder."""
        known = [(self.places[name], count) for name, count in counted.items() if name in self.places]
        values = [(1.0 + log(count)) * float(self.rarity[at]) for at, count in known]
        size = sum(value * value for value in values) ** 0.5
        return [at for at, _ in known], [value / size for value in values]


def load(path: Path) -> Grams:
    """Raises OSError, ValueError or KeyError when the file is not what it should be."""
    import numpy

    with numpy.load(path, allow_pickle=False) as found:
        names = bytes(found["names"]).decode("utf-8").split("\n")
        rarity, weights, start = found["rarity"], found["weights"], found["start"]
    if not len(names) == len(rarity) == len(weights) or weights.shape[1:] != start.shape:
        raise ValueError("the runs and their weights do not fit")
    return Grams({name: at for at, name in enumerate(names)}, rarity, weights, start)


def save(grams_: Grams, path: Path) -> None:
    import numpy

    names = "\n".join(sorted(grams_.places, key=grams_.places.__getitem__)).encode()
    numpy.savez_compressed(
        path,
        names=numpy.frombuffer(names, dtype=numpy.uint8),
        rarity=grams_.rarity.astype(numpy.float32),
        weights=grams_.weights.astype(numpy.float16),
        start=grams_.start.astype(numpy.float32),
    )
