"""`make test` closes with one honest line."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.needs import ROOT

CASES = {
    "passes": '<testcase classname="tests.e2e.test_a" name="passes"/>',
    "fails": '<testcase classname="tests.e2e.test_a" name="fails"><failure message="no"/></testcase>',
    "fails, now passes": '<testcase classname="tests.e2e.test_a" name="fails"/>',
    "breaks": '<testcase classname="tests.e2e.test_a" name="breaks"><error message="no"/></testcase>',
    "skips": '<testcase classname="tests.a" name="skips"><skipped message="Redis is missing"/></testcase>',
}


def report(folder: Path, name: str, *cases: str) -> str:
    path = folder / f"{name}.xml"
    inside = "".join(CASES[case] for case in cases)
    path.write_text(f"<testsuites><testsuite>{inside}</testsuite></testsuites>")
    return str(path)


def counted(*reports: str) -> subprocess.CompletedProcess[str]:
    script = ROOT / "scripts" / "count_tests.py"
    return subprocess.run([sys.executable, script, *reports], capture_output=True, text=True, check=False)


def test_says_what_was_skipped_and_why(tmp_path: Path) -> None:
    found = counted(report(tmp_path, "sqlite", "passes", "skips"))
    assert found.returncode == 0
    assert found.stdout.splitlines() == [
        "skipped 1: sqlite: Redis is missing",
        "1 passed, 0 failed, 1 skipped",
    ]


def test_a_second_try_that_passes_counts_and_is_named(tmp_path: Path) -> None:
    found = counted(
        report(tmp_path, "real", "passes", "fails"), report(tmp_path, "again", "fails, now passes")
    )
    assert found.returncode == 0
    assert found.stdout.splitlines() == [
        "passed only at the second try: tests.e2e.test_a.fails",
        "2 passed, 0 failed, 0 skipped",
    ]


@pytest.mark.parametrize("first", ["sqlite", "postgres"])
def test_a_second_try_excuses_nothing_but_the_browser(first: str, tmp_path: Path) -> None:
    found = counted(report(tmp_path, first, "fails"), report(tmp_path, "again", "fails, now passes"))
    assert found.returncode == 1
    assert found.stdout.splitlines()[-1] == "0 passed, 1 failed, 0 skipped"


def test_what_fails_twice_or_was_not_tried_again_has_failed(tmp_path: Path) -> None:
    found = counted(report(tmp_path, "real", "passes", "fails", "breaks"), report(tmp_path, "again", "fails"))
    assert found.returncode == 1
    assert found.stdout.splitlines()[-1] == "1 passed, 2 failed, 0 skipped"


def test_nothing_at_all_is_no_success(tmp_path: Path) -> None:
    assert counted(report(tmp_path, "sqlite")).returncode == 1
