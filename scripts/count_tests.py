"""Adds up what ran, says what was skipped and why, and closes with one line."""

import sys
from collections import Counter
from pathlib import Path
from xml.etree import ElementTree

passed = failed = skipped = 0
reasons: Counter[str] = Counter()
for report in sys.argv[1:]:
    path = Path(report)
    for case in ElementTree.parse(path).iter("testcase"):  # noqa: S314 - our own file
        problem = case.find("failure") is not None or case.find("error") is not None
        skip = case.find("skipped")
        if problem:
            failed += 1
        elif skip is not None:
            skipped += 1
            reasons[f"{path.stem}: {skip.get('message', '')}"] += 1
        else:
            passed += 1
for reason, count in sorted(reasons.items()):
    print(f"skipped {count}: {reason}")  # noqa: T201
print(f"{passed} passed, {failed} failed, {skipped} skipped")  # noqa: T201
sys.exit(bool(failed) or not passed)
