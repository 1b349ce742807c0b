"""docs/must-holds.md is true: what it names exists, and every must-hold's test is named in it."""

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "docs" / "must-holds.md").read_text()
ROWS = {int(row[0]): row[1] for row in re.findall(r"^\| S(\d+) \|(.*)$", PAGE, re.M)}
NAMED = re.compile(r"`(tests/[\w/]+\.py)`")


def test_every_must_hold_has_its_row_with_a_test_or_what_it_waits_for() -> None:
    assert sorted(ROWS) == list(range(1, 16))
    for number, row in ROWS.items():
        _holds, tests, waits, _end = (cell.strip() for cell in row.split("|"))
        assert NAMED.search(tests) or waits, f"S{number}"


def test_every_file_the_page_names_exists_and_tests_something() -> None:
    named = set(NAMED.findall(PAGE))
    assert len(named) > 10
    for name in named:
        assert (ROOT / name).is_file(), name
        assert re.search(r"^ *def test_", (ROOT / name).read_text(), re.M), name


def test_every_test_that_bears_a_number_stands_in_its_row() -> None:
    for file in (ROOT / "tests").rglob("test_*.py"):
        in_name = re.findall(r"_s(\d+)_", file.name)
        in_tests = re.findall(r"def test_s(\d+)_", file.read_text())
        for number in {int(found) for found in (*in_name, *in_tests)}:
            path = str(file.relative_to(ROOT))
            assert f"`{path}`" in ROWS[number], (
                f"{path} tests S{number}, and docs/must-holds.md does not say so"
            )
