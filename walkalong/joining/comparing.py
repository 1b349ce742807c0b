"""Two versions of a document, line by line."""

from dataclasses import dataclass
from difflib import SequenceMatcher


@dataclass(frozen=True)
class Row:
    text: str
    change: str = ""  # "added", "removed" or nothing; "gap" where equal lines are left out


AROUND = 2  # equal lines shown before and after a change
LINES_AT_MOST = 2_000  # of longer ones, finding what is equal could hold a thread for minutes


def compare(before: str, after: str) -> list[Row]:
    """What was taken out and what was added, with a little around it. Empty when both are the same."""
    old, new = before.splitlines(), after.splitlines()
    if old == new:
        return []
    if max(len(old), len(new)) > LINES_AT_MOST:
        return [Row(line, "removed") for line in old] + [Row(line, "added") for line in new]
    matcher = SequenceMatcher(None, old, new)
    rows: list[Row] = []
    for group in matcher.get_grouped_opcodes(AROUND):
        if rows:
            rows.append(Row("", "gap"))
        for what, old_from, old_to, new_from, new_to in group:
            if what == "equal":
                rows += [Row(line) for line in old[old_from:old_to]]
                continue
            rows += [Row(line, "removed") for line in old[old_from:old_to]]
            rows += [Row(line, "added") for line in new[new_from:new_to]]
    return rows
