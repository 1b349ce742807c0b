"""The simple reader: runs of letters and words, weighed once each."""

import time
from pathlib import Path

import numpy
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from walkalong.companion.grams import Grams, grams, load, save

KNOWN = Grams(
    {" you ": 0, "\tyou should": 1, "\t?": 2},
    numpy.array([1.0, 2.0, 1.0], dtype=numpy.float32),
    numpy.array([[1.0, 0.0], [0.0, 2.0], [3.0, 0.0]], dtype=numpy.float32),
    numpy.array([0.5, -0.5], dtype=numpy.float32),
)


def test_runs_of_letters_stay_within_a_word_and_runs_of_words_do_not() -> None:
    letters, words = grams("You should go")
    assert letters[" you "] == 1
    assert not any("u s" in run for run in letters)
    assert {"\tyou", "\tyou should", "\tyou should go"} <= set(words)


def test_case_and_the_kind_of_apostrophe_change_nothing() -> None:
    assert grams("DON’T you") == grams("don't you")


def test_what_is_known_adds_up() -> None:
    assert KNOWN.logits("nothing here").tolist() == [0.5, -0.5]
    assert KNOWN.logits("you").tolist() == [1.5, -0.5]
    assert KNOWN.logits("you should").tolist() == [1.5, 1.5]


def test_it_comes_back_from_its_file_as_it_was(tmp_path: Path) -> None:
    save(KNOWN, tmp_path / "grams.npz")
    back = load(tmp_path / "grams.npz")
    assert back.places == KNOWN.places
    assert back.logits("you should?").tolist() == pytest.approx(
        KNOWN.logits("you should?").tolist(), abs=0.01
    )


def test_a_file_whose_parts_do_not_fit_is_refused(tmp_path: Path) -> None:
    save(Grams({"a": 0}, KNOWN.rarity, KNOWN.weights, KNOWN.start), tmp_path / "grams.npz")
    with pytest.raises(ValueError, match="do not fit"):
        load(tmp_path / "grams.npz")


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=300))
def test_any_text_is_answered(text: str) -> None:
    assert numpy.isfinite(KNOWN.logits(text)).all()


def test_endless_text_takes_bounded_time() -> None:
    began = time.process_time()
    for text in ("a" * 1_000_000, "ab " * 300_000, "?" * 1_000_000):
        KNOWN.logits(text)
    assert time.process_time() - began < 0.3
