"""A table of checks in the manner of CheckList: what is read how, and what must not change it."""

import sys
from pathlib import Path

import pytest

from walkalong.companion.quality.checks import Check, figures, problem_with, read_checks

TABLE = read_checks(Path(__file__).with_name("checklist.tsv"))
FIGURES = figures(TABLE)


def test_the_table_is_broad_and_says_nothing_twice() -> None:
    assert len(TABLE) >= 300
    assert len(set(TABLE)) == len(TABLE)
    assert {check.kind for check in TABLE} >= {"minimum", "invariance", "directional", "hand", "names"}


def test_enough_of_it_is_read_as_a_person_would(capsys: pytest.CaptureFixture[str]) -> None:
    rates = ", ".join(f"{kind} {each['passed']}/{each['cases']}" for kind, each in FIGURES["kinds"].items())
    with capsys.disabled():
        sys.stdout.write(f"\ncompanion checklist: {FIGURES['passed']}/{FIGURES['cases']} ({rates})\n")
    assert FIGURES["passed"] / FIGURES["cases"] >= 0.92, FIGURES["failing"]


def must_hold() -> list[Check]:
    return [check for check in TABLE if check.kind in ("quiet", "context")]


@pytest.mark.parametrize("check", must_hold(), ids=lambda check: check.text[:40])
def test_silence_and_softening_always_hold(check: Check) -> None:
    assert problem_with(check) is None
