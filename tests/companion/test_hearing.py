"""Who says that they hear, and names nothing, is not told that they named it."""

import pytest

from walkalong.companion import Label, read
from walkalong.companion.hearing import hears_and_names_nothing
from walkalong.companion.scorer import LexiconScorer

HEARS = [
    "I hear you",
    "I hear you.",
    "Yes, I hear you, Maya.",
    "I really hear what you’re saying",
    "I understand.",
    "I get it.",
    "I'm so sorry to hear that.",
    "That makes sense.",
]
NAMES = [
    "I hear that you are sad.",
    "I hear how tired you are.",
    "I hear you, tired as you are.",
    "It makes sense that you are scared.",
    "That sounds so hard.",
    "You must feel lonely.",
]


@pytest.mark.parametrize("words", HEARS)
def test_hearing_is_praised_as_hearing(words: str) -> None:
    (sentence,) = read(words).sentences
    assert (sentence.label, sentence.why_key) == (Label.VALIDATE, "hears")


@pytest.mark.parametrize("words", NAMES)
def test_naming_is_praised_as_naming(words: str) -> None:
    (sentence,) = read(words).sentences
    assert (sentence.label, sentence.why_key) == (Label.VALIDATE, "reflects")


def test_so_it_is_when_the_lexicon_reads_alone() -> None:
    assert read("I hear you", scorer=LexiconScorer()).sentences[0].why_key == "hears"


def test_being_there_has_its_own_reason() -> None:
    (sentence,) = read("I'm listening.").sentences
    assert (sentence.label, sentence.why_key) == (Label.SHOW_UP, "stays")


@pytest.mark.parametrize("words", ["", "?!", ",", ", Maya", "you and me", "I hear a dog", "\ud800"])
def test_other_words_say_nothing_of_it(words: str) -> None:
    assert not hears_and_names_nothing(words)
