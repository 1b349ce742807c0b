"""Adds up what ran, says what was skipped and why, and what needed a second try; closes with one line.

The reports of first tries come first; `again.xml`, when there is one, holds the second tries
(docs/decisions/0018).
"""

import sys
from collections import Counter
from pathlib import Path
from xml.etree import ElementTree

passed = skipped = 0
failed: set[tuple[str, str]] = set()
again: set[tuple[str, str]] = set()
reasons: Counter[str] = Counter()
for report in map(Path, sys.argv[1:]):
    for case in ElementTree.parse(report).iter("testcase"):  # noqa: S314 - our own file
        name = f"{case.get('classname')}.{case.get('name')}"
        problem = case.find("failure") is not None or case.find("error") is not None
        skip = case.find("skipped")
        if report.stem == "again":
            if not problem and skip is None:
                again.add(("real", name))
        elif problem:
            failed.add((report.stem, name))
        elif skip is not None:
            skipped += 1
            reasons[f"{report.stem}: {skip.get('message', '')}"] += 1
        else:
            passed += 1
second = failed & again
for reason, count in sorted(reasons.items()):
    print(f"skipped {count}: {reason}")  # noqa: T201
for _, name in sorted(second):
    print(f"passed only at the second try: {name}")  # noqa: T201
for report_name, name in sorted(failed - second):
    print(f"failed: {report_name}: {name}")  # noqa: T201
print(f"{passed + len(second)} passed, {len(failed - second)} failed, {skipped} skipped")  # noqa: T201
sys.exit(bool(failed - second) or not passed)
