"""Authored moments, each with past steps of one person.

`+` resembles the moment, `~` only shares words or looks with it, `-` is another step of a life. Read by the
test of quality and by benchmarks/recall. The encoder and its floor were settled by `tuning`; `held_out` was
looked at when all was settled. Files a to f speak askew, naming neither the feeling nor the thing; the others
speak in plain words.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).resolve().parent.parent / "recall_sets"
PLAIN = {"g", "h", "j"}


@dataclass(frozen=True)
class MomentSet:
    file: str
    moment: str
    steps: tuple[str, ...]
    resembling: frozenset[int]

    @property
    def kind(self) -> str:
        if not self.resembling:
            return "nothing resembles"
        return "plain" if self.file in PLAIN else "askew"


def read(half: str) -> list[MomentSet]:
    return [
        _set(path.stem, block)
        for path in sorted((FOLDER / half).glob("*.txt"))
        for block in path.read_text(encoding="utf-8").strip().split("\n\n")
    ]


def _set(file: str, block: str) -> MomentSet:
    moment, *lines = block.split("\n")
    assert moment.startswith("moment: "), moment
    assert all(line[:2] in ("+ ", "~ ", "- ") for line in lines), block
    resembling = frozenset(number for number, line in enumerate(lines) if line[0] == "+")
    return MomentSet(file, moment.removeprefix("moment: "), tuple(line[2:] for line in lines), resembling)


Ranked = Callable[[MomentSet], Sequence[int]]


def recall_at_3(sets: Iterable[MomentSet], ranked: Ranked) -> float:
    """Of what resembles, the share that is among the first three; the mean over the moments."""
    shares = [
        len(one.resembling & set(ranked(one)[:3])) / min(3, len(one.resembling))
        for one in sets
        if one.resembling
    ]
    return sum(shares) / len(shares)


def hit_at_3(sets: Iterable[MomentSet], ranked: Ranked) -> float:
    """For how many moments at least one that resembles is among the first three."""
    hits = [bool(one.resembling & set(ranked(one)[:3])) for one in sets if one.resembling]
    return sum(hits) / len(hits)
