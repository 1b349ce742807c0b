"""The few figures the quality page needs, in plain Python."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict, dataclass


def auroc(sure: Sequence[float], true: Sequence[bool]) -> float:
    """How often a true one stands above a false one; ties count half."""
    order = sorted(range(len(sure)), key=lambda at: sure[at])
    ranks = [0.0] * len(sure)
    at = 0
    while at < len(order):
        last = at
        while last + 1 < len(order) and sure[order[last + 1]] == sure[order[at]]:
            last += 1
        for each in order[at : last + 1]:
            ranks[each] = (at + last) / 2 + 1
        at = last + 1
    positive = sum(true)
    negative = len(true) - positive
    if not positive or not negative:
        return float("nan")
    summed = sum(rank for rank, is_true in zip(ranks, true, strict=True) if is_true)
    return (summed - positive * (positive + 1) / 2) / (positive * negative)


@dataclass(frozen=True, slots=True)
class Rates:
    precision: float
    recall: float
    f1: float
    truly: int
    said: int

    def as_json(self) -> dict[str, float]:
        return {key: round(value, 4) for key, value in asdict(self).items()}


def rates(right: int, said: int, truly: int) -> Rates:
    precision = right / said if said else 0.0
    recall = right / truly if truly else 0.0
    both = precision + recall
    return Rates(precision, recall, 2 * precision * recall / both if both else 0.0, truly, said)


def rates_by(true: Sequence[str], said: Sequence[str]) -> dict[str, Rates]:
    right = Counter(one for one, other in zip(true, said, strict=True) if one == other)
    truly, said_often = Counter(true), Counter(said)
    return {name: rates(right[name], said_often[name], truly[name]) for name in sorted(truly)}


def macro_f1(true: Sequence[str], said: Sequence[str]) -> float:
    found = rates_by(true, said)
    return sum(each.f1 for each in found.values()) / len(found)


def two_way_f1(sure: Sequence[float], true: Sequence[bool], cut: float = 0.5) -> float:
    return macro_f1([str(each) for each in true], [str(each >= cut) for each in sure])


@dataclass(frozen=True, slots=True)
class Bin:
    """Of the sentences given this probability, how many were so."""

    given: float
    found: float
    count: int


def calibration(sure: Sequence[float], true: Sequence[bool], bins: int = 10) -> list[Bin]:
    into: list[list[tuple[float, bool]]] = [[] for _ in range(bins)]
    for given, is_true in zip(sure, true, strict=True):
        into[min(bins - 1, int(given * bins))].append((given, is_true))
    return [
        Bin(sum(g for g, _ in each) / len(each), sum(t for _, t in each) / len(each), len(each))
        for each in into
        if each
    ]


def expected_error(found: Sequence[Bin]) -> float:
    """The mean distance between what is given and what is so, weighted by how often."""
    total = sum(each.count for each in found)
    return sum(each.count * abs(each.given - each.found) for each in found) / total


def median(values: Sequence[float]) -> float:
    ordered = sorted(values)
    return ordered[len(ordered) // 2]
