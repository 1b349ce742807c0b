"""Our own held-out scenarios, read as the product reads them."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from walkalong.companion.labels import OVER, Label, Side
from walkalong.companion.quality.measures import (
    auroc,
    calibration,
    expected_error,
    macro_f1,
    rates,
    rates_by,
)
from walkalong.companion.reader import read
from walkalong.companion.reading import Reading, Sentence
from walkalong.companion.training.corpus import Line

MOST_EXAMPLES = 40


@dataclass(frozen=True, slots=True)
class Read:
    line: Line
    reading: Reading

    @property
    def leading(self) -> Sentence:
        """The sentence that stands for the line: the flagged one, or else the one it is surest of."""
        return max(self.reading.sentences, key=lambda each: (each.flag, each.p))

    @property
    def truly_over(self) -> bool:
        return self.line.counts_as.side is Side.OVER

    @property
    def flagged(self) -> bool:
        return any(each.flag for each in self.reading.sentences)


def read_all(lines: Sequence[Line]) -> list[Read]:
    return [Read(line, read(line.text, line.before or None)) for line in lines]


def figures(found: Sequence[Read]) -> dict[str, Any]:
    true = [each.line.label.value for each in found]
    said = [each.leading.label.value for each in found]
    sides = [each.line.label.side.value for each in found]
    said_sides = [each.leading.label.side.value for each in found]
    sure = [each.reading.over for each in found]
    over = [each.truly_over for each in found]
    bins = calibration(sure, over)
    return {
        "sentences": len(found),
        "scenarios": len({each.line.scenario for each in found}),
        "macro_f1": macro_f1(true, said),
        "right": sum(one == other for one, other in zip(true, said, strict=True)) / len(found),
        "side_macro_f1": macro_f1(sides, said_sides),
        "auroc": auroc(sure, over),
        "calibration": [{"given": b.given, "found": b.found, "count": b.count} for b in bins],
        "calibration_error": expected_error(bins),
        "labels": {name: each.as_json() for name, each in rates_by(true, said).items()},
        "confusion": _confusion(true, said),
        "flags": flags(found),
        "wrong": _wrong(found),
    }


def flags(found: Sequence[Read]) -> dict[str, Any]:
    """What is shown. Lines that answer a call for ideas, or danger, stand apart: there silence is right."""
    asked = [each for each in found if not (each.line.asks or each.line.risk)]
    shown = [each for each in asked if each.flagged]
    right = sum(each.truly_over for each in shown)
    exact = sum(each.leading.label is each.line.counts_as for each in shown)
    all_over = sum(each.truly_over for each in asked)
    by_label = {}
    for label in OVER:
        mine = [each for each in shown if each.leading.label is label]
        theirs = [each for each in asked if each.line.counts_as is label]
        by_label[label.value] = {
            "shown": len(mine),
            "precision": sum(each.truly_over for each in mine) / len(mine) if mine else 0.0,
            "exact": sum(each.line.counts_as is label for each in mine) / len(mine) if mine else 0.0,
            "recall": sum(each.flagged for each in theirs) / len(theirs) if theirs else 0.0,
            "truly": len(theirs),
        }
    apart = [each for each in found if each.line.asks or each.line.risk]
    return {
        **rates(right, len(shown), all_over).as_json(),
        "exact": exact / len(shown) if shown else 0.0,
        "by_label": by_label,
        "asked_or_risk": len(apart),
        "asked_or_risk_shown": sum(each.flagged for each in apart),
    }


def _confusion(true: Sequence[str], said: Sequence[str]) -> dict[str, dict[str, int]]:
    pairs = Counter(zip(true, said, strict=True))
    return {
        one.value: {
            other.value: pairs[one.value, other.value] for other in Label if pairs[one.value, other.value]
        }
        for one in Label
    }


def _wrong(found: Sequence[Read]) -> dict[str, list[dict[str, Any]]]:
    """Real examples: what was shown and should not have been, and what was surely misread."""
    shown = [each for each in found if each.flagged and not each.truly_over]
    missed = [each for each in found if each.truly_over and not each.flagged and not each.reading.quiet]
    missed = [each for each in missed if not each.line.asks and not each.line.risk]
    missed.sort(key=lambda each: each.reading.over)
    return {
        "shown": [_example(e) for e in shown[:MOST_EXAMPLES]],
        "missed": [_example(e) for e in missed[:12]],
    }


def _example(each: Read) -> dict[str, Any]:
    return {
        "text": each.line.text,
        "label": each.line.label.value,
        "read": each.leading.label.value,
        "over": round(each.reading.over, 3),
    }
