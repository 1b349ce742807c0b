"""The feelings in a message, which choose the examples beside the moves."""

import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from walkalong.companion.feelings import MOST, Feeling, feelings_in

ROWS = [
    line.split("\t")
    for line in Path(__file__).with_name("feelings.tsv").read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
]


def wanted(names: str) -> set[str]:
    return {name for name in names.split(",") if name in set(Feeling)}


def test_most_feelings_are_named_and_few_invented(capsys: pytest.CaptureFixture[str]) -> None:
    found = [({each.feeling.value for each in feelings_in(text)}, wanted(names)) for names, text in ROWS]
    right = sum(len(said & true) for said, true in found)
    said, true = sum(len(each) for each, _ in found), sum(len(each) for _, each in found)
    with capsys.disabled():
        sys.stdout.write(f"\ncompanion feelings: {right} right of {said} named, {true} to name\n")
    assert right / said >= 0.85
    assert right / true >= 0.85


@pytest.mark.parametrize(
    "message",
    ["I'm not sad", "She is so angry", "my mum was worried", "never been lonely", "I don't feel guilty", ""],
)
def test_a_denied_feeling_or_anothers_is_not_named(message: str) -> None:
    assert feelings_in(message) == ()


def test_how_strongly_it_is_said_decides_the_order() -> None:
    first, second = feelings_in("I'm a bit sad and so angry")
    assert (first.feeling, second.feeling) == (Feeling.ANGRY, Feeling.SAD)
    assert first.strength > second.strength


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=500))
def test_any_message_is_answered(message: str) -> None:
    assert len(feelings_in(message)) <= MOST


def test_a_very_long_message_is_answered() -> None:
    assert [each.feeling for each in feelings_in("so sad. " * 5_000)] == [Feeling.SAD]
