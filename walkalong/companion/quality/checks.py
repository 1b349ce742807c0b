"""The table of checks in the manner of CheckList: what is read how, and what must not change it."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from walkalong.companion.labels import Label
from walkalong.companion.reader import read
from walkalong.companion.reading import Reading

STEADY = 0.25  # how far `over` may move when only the hand changes


@dataclass(frozen=True, slots=True)
class Check:
    kind: str
    expect: str
    text: str
    other: str

    @property
    def capability(self) -> str:
        return self.kind.partition(": ")[0]


def read_checks(path: Path) -> list[Check]:
    lines = path.read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    return [Check(row[0], row[1], row[2], row[3] if len(row) > 3 else "") for row in rows]


def problem_with(check: Check) -> str | None:
    """What is wrong, or None."""
    if check.expect in _COMPARED:
        return _COMPARED[check.expect](check)
    reading = read(check.text, check.other or None)
    flagged = any(sentence.flag for sentence in reading.sentences)
    if check.expect == "quiet":
        return None if reading.quiet and not flagged else f"not quiet: {_told(reading)}"
    if check.expect == "unflagged":
        return f"flagged: {_told(reading)}" if flagged else None
    if check.expect in ("with", "over"):
        sides = [sentence.group.side.value for sentence in reading.sentences]
        good = check.expect in sides and flagged <= (check.expect == "over")
        return None if good else _told(reading)
    wanted = Label(check.expect.rstrip("!-"))
    if wanted not in [sentence.label for sentence in reading.sentences]:
        return f"read as {_told(reading)}"
    if check.expect.endswith("!") and not flagged:
        return f"not flagged: {_told(reading)}"
    if check.expect.endswith("-") and flagged:
        return f"flagged: {_told(reading)}"
    return None


def _more(check: Check) -> str | None:
    more, less = read(check.text).over, read(check.other).over
    return None if more > less else f"{more:.2f} is not above {less:.2f}"


def _same(check: Check) -> str | None:
    """The same label and the same decision, whichever way it is typed."""
    one, other = read(check.text), read(check.other)
    if abs(one.over - other.over) > STEADY:
        return f"over moves from {other.over:.2f} to {one.over:.2f}"
    flags = [any(s.flag for s in each.sentences) for each in (one, other)]
    if flags[0] != flags[1]:
        return f"flagged once only: {_told(one)} | {_told(other)}"
    sides = [{s.group.side for s in each.sentences} for each in (one, other)]
    return None if sides[0] == sides[1] else f"{_told(one)} | {_told(other)}"


_COMPARED = {"over>": _more, "same": _same}


def _told(reading: Reading) -> str:
    return ", ".join(f"{s.label.value} {s.p:.2f}{' flagged' if s.flag else ''}" for s in reading.sentences)


def figures(checks: Sequence[Check]) -> dict[str, Any]:
    total = Counter(check.kind for check in checks)
    failing = [(check, problem) for check in checks if (problem := problem_with(check))]
    failed = Counter(check.kind for check, _ in failing)
    return {
        "cases": len(checks),
        "passed": len(checks) - len(failing),
        "kinds": {kind: {"passed": count - failed[kind], "cases": count} for kind, count in total.items()},
        "failing": [
            {"kind": check.kind, "expect": check.expect, "text": check.text, "found": problem}
            for check, problem in failing
        ],
    }
