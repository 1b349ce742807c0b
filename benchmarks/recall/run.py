"""Does it find the past steps that resemble a moment, and stay silent otherwise? See README.md."""

import random
import sys
import time
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID, uuid4

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

import numpy  # noqa: E402

from benchmarks.measure import table  # noqa: E402
from tests.journey.recall import sets  # noqa: E402
from tests.journey.recall.sets import MomentSet, Ranked  # noqa: E402
from walkalong.companion.encoder import encoder  # noqa: E402
from walkalong.journey.recall.memory import Memory  # noqa: E402
from walkalong.journey.recall.resembling import nearest, ranked  # noqa: E402

KINDS = ("plain", "askew")
_known: dict[str, numpy.ndarray] = {}


def vector(text: str) -> numpy.ndarray:
    if text not in _known:
        _known[text] = encoder.vectors([text])[0]
    return _known[text]


def by_meaning(one: MomentSet) -> list[int]:
    rows = numpy.stack([vector(step) for step in one.steps])
    return [step for step, _ in ranked(vector(one.moment)[None], rows, range(len(one.steps)))]


def offered(one: MomentSet) -> list[int]:
    rows = numpy.stack([vector(step) for step in one.steps])
    return nearest(vector(one.moment)[None], rows, range(len(one.steps)))


def without_what_resembles(one: MomentSet) -> MomentSet:
    left = tuple(step for number, step in enumerate(one.steps) if number not in one.resembling)
    return MomentSet(one.file, one.moment, left, frozenset())


def by_shared_words(one: MomentSet) -> list[int]:
    words = set(one.moment.lower().split())
    return sorted(range(len(one.steps)), key=lambda n: -len(words & set(one.steps[n].lower().split())))


def longest(one: MomentSet) -> list[int]:
    return sorted(range(len(one.steps)), key=lambda n: -len(one.steps[n]))


def by_chance(one: MomentSet) -> list[int]:
    order = list(range(len(one.steps)))
    random.Random(one.moment).shuffle(order)
    return order


def finding() -> str:
    ways: tuple[tuple[str, Ranked], ...] = (
        ("by chance", by_chance),
        ("the longest", longest),
        ("by shared words", by_shared_words),
        ("by meaning", by_meaning),
        ("by meaning, what is offered", offered),
    )
    rows = []
    for half in ("tuning", "held_out"):
        for kind in KINDS:
            found = [one for one in sets.read(half) if one.kind == kind]
            for name, way in ways:
                recall, hit = sets.recall_at_3(found, way), sets.hit_at_3(found, way)
                rows.append([half, f"{kind}, {len(found)} moments", name, f"{recall:.3f}", f"{hit:.3f}"])
    return table(["half", "moments", "found", "recall@3", "at least one of three"], rows)


def silence() -> str:
    rows = []
    for half in ("tuning", "held_out"):
        found = sets.read(half)
        some = [one for one in found if one.resembling]
        groups = (
            ("something resembles", some),
            ("the same without what resembles", [without_what_resembles(one) for one in some]),
            ("nothing resembles", [one for one in found if not one.resembling]),
        )
        for name, group in groups:
            shown = [(one, step) for one in group for step in offered(one)]
            spoke = len({id(one) for one, _ in shown})
            right = sum(step in one.resembling for one, step in shown)
            rows.append([half, name, f"{spoke} of {len(group)}", f"{right} of {len(shown)}"])
    return table(["half", "moments where", "something is offered", "of the steps offered, resemble"], rows)


def times() -> str:
    lines = [step for half in ("tuning", "held_out") for one in sets.read(half) for step in one.steps]
    rows = []
    for count in (300, 5_000):
        kept, owner = Memory(), uuid4()
        said: dict[UUID, str] = {uuid4(): f"{lines[n % len(lines)]} {n}" for n in range(count)}
        versions = dict.fromkeys(said, datetime.now(UTC))

        def words(wanted: object, said: dict[UUID, str] = said) -> list[tuple[UUID, str]]:
            return list(said.items())

        began, cpu = time.perf_counter(), time.process_time()
        kept.rows(owner, versions, words, wait=600)
        cold, cold_cpu = time.perf_counter() - began, time.process_time() - cpu
        warm = []
        for moment in ("I can't face the phone.", "My dog died and the flat is quiet.") * 10:
            began = time.process_time()
            _, step_of_row, found = kept.rows(owner, versions, words)
            nearest(encoder.vectors([moment]), found, step_of_row)
            warm.append(time.process_time() - began)
        rows.append(
            [str(count), f"{cold:.1f} s ({cold_cpu:.1f} s of CPU)", f"{1000 * sorted(warm)[10]:.0f} ms"]
        )
    return table(["steps", "all read for the first time", "one moment once they are read, CPU, median"], rows)


if __name__ == "__main__":
    encoder.vectors(["warm"])
    print(finding(), silence(), times(), sep="\n\n")
