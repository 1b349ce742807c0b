"""The pattern language of the lexicon does what its page says."""

import pytest

from walkalong.companion.labels import Label
from walkalong.companion.phrases import PhraseBook, parse_cues
from walkalong.companion.tokens import MOST_TOKENS, tokenize, words_of


def matches(pattern: str, sentence: str) -> bool:
    return bool(PhraseBook.of(parse_cues(f"[ADVISE imperative]\n1 {pattern}")).hits(tokenize(sentence)))


@pytest.mark.parametrize(
    ("pattern", "sentence", "found"),
    [
        ("you should", "YOU, should!", True),
        ("you should", "should you", False),
        ("could|might go", "you might go", True),
        ("you really? should", "you should", True),
        ("you really? should", "you really should", True),
        ("you really? should", "you never should", False),
        ("what .. help", "what do you think help", True),
        ("what .. help", "what do you think would help", False),
        ("what ... help", "what do you think would help", True),
        ("i .. should", "I hear you, but you should", False),
        ("^ call", "Well, call him", True),
        ("^ call", "I call him", False),
        ("^^ call", "Please call him", True),
        ("^^ call", "Then, at noon, call him", False),
        ("you must !be", "you must be", False),
        ("you must !be", "you must go", True),
        ("i am here $", "I'm here!", True),
        ("i am here $", "I'm here often", False),
        ("do you .. [?]", "do you sleep?", True),
        ("do you .. [?]", "do you sleep", False),
        ("diagnos*", "diagnosed", True),
        ("<ing>", "walking", True),
        ("<ing>", "something", False),
    ],
)
def test_a_pattern_means_what_its_page_says(pattern: str, sentence: str, found: bool) -> None:
    assert matches(pattern, sentence) is found


def test_a_table_is_read_line_by_line() -> None:
    first, second = parse_cues("# nothing\n[ADVISE imperative]\n2  a|b\n     |c d # said why\n-1 e")
    assert (first.target, first.weight, first.pattern) == (Label.ADVISE, 2.0, "a|b|c d")
    assert (second.weight, second.why) == (-1.0, "imperative")


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        ("Don’t", "do not"),
        ("dont", "do not"),
        ("you're", "you are"),
        ("U", "you"),
        ("can't", "can not"),
        ("gonna", "going to"),
        ("that's", "that is"),
        ("mum's", "mum"),
        ("shuold", "should"),
        ("recomend", "recommend"),
        ("cold", "cold"),
        ("sound", "sound"),
    ],
)
def test_spelling_case_and_apostrophes_change_nothing(written: str, plain: str) -> None:
    assert " ".join(words_of(written)) == plain


def test_a_wall_of_text_is_read_only_so_far() -> None:
    assert len(tokenize("word " * 10_000)) <= MOST_TOKENS + 3
