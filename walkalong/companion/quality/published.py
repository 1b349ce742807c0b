"""Two published sets, mapped to the two sides. They only measure: nothing is trained on them, no row kept."""

import csv
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from walkalong.companion.quality.measures import auroc, two_way_f1
from walkalong.companion.reader import read


@dataclass(frozen=True, slots=True)
class Row:
    text: str
    before: str
    over: bool
    kind: str


def esconv(path: Path) -> Iterator[Row]:
    for row in _rows(path):
        if row["focus"]:
            yield Row(row["text"], row["prev_seeker"], row["focus"] == "action", row["strategy"])


def annomi(path: Path) -> Iterator[Row]:
    for row in _rows(path):
        advises = "advice" in row["input_subtype"]
        kind = "advice" if advises else row["main_behaviour"]
        if row["interlocutor"] == "therapist" and kind in ("advice", "reflection", "question"):
            yield Row(row["text"], row["prev_client"], advises, kind)


def figures(rows: Sequence[Row]) -> dict[str, Any]:
    readings = [read(row.text, row.before or None) for row in rows]
    sure, over = [each.over for each in readings], [row.over for row in rows]
    flagged = [each for each in zip(readings, over, strict=True) if any(s.flag for s in each[0].sentences)]
    return {
        "rows": len(rows),
        "over": sum(over),
        "auroc": auroc(sure, over),
        "macro_f1": two_way_f1(sure, over),
        "flagged": len(flagged),
        "flagged_over": sum(is_over for _, is_over in flagged),
    }


def _rows(path: Path) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)
