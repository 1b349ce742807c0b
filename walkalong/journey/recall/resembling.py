"""Which past steps resemble a moment: the nearest by meaning, and none when nothing is near."""

from collections.abc import Sequence
from typing import Any

AT_MOST = 3
# Settled on the tuning half of tests/journey/recall_sets; see benchmarks/recall.
NEAR = 0.33  # the nearest step must be as near as this, or nothing is offered
LEAST, BEHIND = 0.18, 0.30  # the others: at least so near, and at most so far behind the nearest


def ranked(moment: Any, rows: Any, step_of_row: Sequence[int]) -> list[tuple[int, float]]:
    """At most three steps and how near each is, the nearest first. Of a long step's rows the best one counts.

    `moment` and `rows` are arrays of vectors of length one, so that a product is the likeness, from -1 to 1.
    """
    import numpy

    if not len(moment) or not len(rows):
        return []
    alike = (rows.astype(numpy.float32) @ moment.T).max(axis=1)
    best: dict[int, float] = {}
    for row in numpy.argsort(-alike, kind="stable"):
        best.setdefault(step_of_row[row], float(alike[row]))
        if len(best) == AT_MOST:
            break
    return list(best.items())


def nearest(moment: Any, rows: Any, step_of_row: Sequence[int]) -> list[int]:
    """The steps to offer: none when even the nearest is far."""
    found = ranked(moment, rows, step_of_row)
    if not found or found[0][1] < NEAR:
        return []
    floor = max(LEAST, found[0][1] - BEHIND)
    return [step for step, alike in found if alike >= floor]
