"""How well it finds what resembles. The table with all figures is made by benchmarks/recall."""

from functools import cache

import numpy
import pytest

from tests.journey.recall import sets
from tests.journey.recall.sets import MomentSet
from walkalong.companion.encoder import encoder
from walkalong.journey.recall.resembling import nearest, ranked

HALVES = ("tuning", "held_out")
# Half, kind of moments, and the recall at 3 it must not fall below. 0.85 is the target for plain moments.
FIGURES = (
    ("tuning", "plain", 0.85),
    ("held_out", "plain", 0.85),
    ("tuning", "askew", 0.65),
    ("held_out", "askew", 0.55),
)


@cache
def vector(text: str) -> numpy.ndarray:
    return encoder.vectors([text])[0]


def rows_of(one: MomentSet) -> numpy.ndarray:
    return numpy.stack([vector(step) for step in one.steps])


def by_meaning(one: MomentSet) -> list[int]:
    return [step for step, _ in ranked(vector(one.moment)[None], rows_of(one), range(len(one.steps)))]


def offered(one: MomentSet) -> list[int]:
    return nearest(vector(one.moment)[None], rows_of(one), range(len(one.steps)))


def of_kind(half: str, kind: str) -> list[MomentSet]:
    return [one for one in sets.read(half) if one.kind == kind]


def test_the_sets_are_many_varied_and_not_the_same_in_both_halves():
    tuning, held_out = sets.read("tuning"), sets.read("held_out")
    assert sum(bool(one.resembling) for one in held_out) >= 60
    assert all(1 <= len(one.resembling) <= 3 for one in tuning + held_out if one.resembling)
    assert not {one.moment for one in tuning} & {one.moment for one in held_out}
    assert not {step for one in tuning for step in _found(one)} & {
        step for one in held_out for step in _found(one)
    }


def _found(one: MomentSet) -> list[str]:
    return [one.steps[number] for number in one.resembling]


@pytest.mark.parametrize("half", HALVES)
def test_length_alone_finds_little(half):
    """A set in which what resembles is simply longer would measure nothing."""

    def longest(one):
        return sorted(range(len(one.steps)), key=lambda number: -len(one.steps[number]))

    assert sets.recall_at_3(of_kind(half, "plain"), longest) < 0.45
    assert sets.recall_at_3(of_kind(half, "askew"), longest) < 0.45


@pytest.mark.parametrize(("half", "kind", "least"), FIGURES)
def test_what_resembles_is_among_the_first_three(half, kind, least):
    assert sets.recall_at_3(of_kind(half, kind), by_meaning) >= least


@pytest.mark.parametrize("half", HALVES)
def test_it_is_meaning_and_not_shared_words(half):
    """The lures share words with the moment; what resembles does not."""

    def by_shared_words(one):
        words = set(one.moment.lower().split())
        return sorted(range(len(one.steps)), key=lambda n: -len(words & set(one.steps[n].lower().split())))

    for kind in ("plain", "askew"):
        found = of_kind(half, kind)
        assert sets.recall_at_3(found, by_meaning) > sets.recall_at_3(found, by_shared_words) + 0.2


def test_far_from_everything_nothing_is_offered():
    rows = numpy.eye(4, 384, dtype=numpy.float16)
    assert nearest(numpy.full((1, 384), 0.01, dtype=numpy.float32), rows, range(4)) == []
    assert nearest(numpy.eye(1, 384, dtype=numpy.float32), rows, [0, 0, 1, 1]) == [0]


def test_more_often_silent_where_nothing_resembles_than_where_something_does():
    nothing = [one for half in HALVES for one in of_kind(half, "nothing resembles")]
    some = [one for half in HALVES for one in of_kind(half, "plain")]
    silent = [sum(not offered(one) for one in group) / len(group) for group in (nothing, some)]
    assert silent[0] > 0.5
    assert silent[1] < 0.2
