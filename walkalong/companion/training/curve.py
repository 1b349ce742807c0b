"""What more sentences bring: learn from a share of the training scenarios, measure on the dev scenarios.

By the simple reader of `grams.py`, which learns in a minute; the net takes an hour for the same four points.

python -m walkalong.companion.training.curve
"""

import json
import random
import sys

import numpy

from walkalong.companion.grams import Grams
from walkalong.companion.labels import Side
from walkalong.companion.quality import CURVE
from walkalong.companion.quality.measures import auroc, macro_f1
from walkalong.companion.training.corpus import Line, lines_of, read_corpus
from walkalong.companion.training.fit_grams import LABELS, fit_grams
from walkalong.companion.training.settle import OVERS, probabilities
from walkalong.companion.training.split import Part, split

SHARES = (0.25, 0.5, 0.75, 1.0)
SEED = 7


def main() -> int:
    parts = split(read_corpus())
    order = random.Random(SEED).sample(parts[Part.TRAIN], len(parts[Part.TRAIN]))  # noqa: S311 - no secret
    dev = list(lines_of(parts[Part.DEV]))
    found = []
    for share in SHARES:
        lines = list(lines_of(order[: round(share * len(order))]))
        found.append({"share": share, "sentences": len(lines), **_measured(fit_grams(lines, SEED), dev)})
        sys.stdout.write(f"{found[-1]}\n")
        sys.stdout.flush()
    CURVE.write_text(json.dumps(found, indent=1) + "\n", encoding="utf-8")
    return 0


def _measured(reader: Grams, dev: list[Line]) -> dict[str, float]:
    p = probabilities(numpy.array([reader.logits(line.text) for line in dev]))
    said = [LABELS[number].value for number in p.argmax(axis=1)]
    over = p[:, OVERS].sum(axis=1).tolist()
    return {
        "macro_f1": round(macro_f1([line.label.value for line in dev], said), 4),
        "auroc": round(auroc(over, [line.label.side is Side.OVER for line in dev]), 4),
    }


if __name__ == "__main__":
    sys.exit(main())
