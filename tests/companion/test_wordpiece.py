"""Text as numbers: known words whole, others in pieces, and every piece knows where it stood."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from walkalong.companion.wordpiece import VOCABULARY, WordPiece

PIECES = WordPiece()
NAMES = VOCABULARY.read_text(encoding="utf-8").split("\n")


def named(text: str) -> list[str]:
    return [NAMES[number] for number in PIECES.pieces(text, 100)]


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("You should rest.", ["you", "should", "rest", "."]),
        ("Don't", ["don", "'", "t"]),
        ("café NAÏVE", ["cafe", "naive"]),
        ("embeddings", ["em", "##bed", "##ding", "##s"]),
        ("a\x00b\u200bc", ["abc"]),
        ("🙂", ["[UNK]"]),
        ("x" * 101, ["[UNK]"]),
        ("", []),
        (" \n\t ", []),
    ],
)
def test_text_is_cut_as_the_base_models_own_tokenizer_cuts_it(text: str, pieces: list[str]) -> None:
    assert named(text) == pieces


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=300), st.integers(1, 80))
def test_places_point_into_the_text_and_the_limit_holds(text: str, most: int) -> None:
    ids, places = PIECES.placed(text, most)
    assert len(ids) == len(places) <= most
    assert all(0 <= start < end <= len(text) for start, end in places)


def test_endless_text_takes_bounded_time() -> None:
    began = time.process_time()
    for text in ("a" * 1_000_000, "ab " * 300_000, "'" * 1_000_000, "\u0301" * 1_000_000):
        PIECES.pieces(text, 72)
    assert time.process_time() - began < 0.2
