"""Whatever is typed, there is an answer, and soon."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from walkalong.companion import read

SLOWEST_SENTENCE = 0.05  # seconds
STRANGE = {
    "empty": "",
    "NUL": "you should\x00 call him\x00",
    "control characters": "\x01\x02 you\x07 should \x1b[31m go \x7f",
    "long": "You should rest. " * 588,
    "too long": "You should rest. " * 5_000,
    "one word": "a" * 10_000,
    "one word of many marks": "a'" * 5_000,
    "emoji": "🙂" * 5_000,
    "emoji and words": "so 🙂 " * 1_600,
    "dots": "." * 10_000,
    "spaced dots": ". " * 5_000,
    "quotes": '"' * 10_000,
    "closers": "a.)" * 3_000 + ")" * 1_000,
    "new lines": "\n" * 10_000,
    "code": "def f(x):\n    return {y: x for y in range(10)} if x else None\n" * 50,
    "links": "https://example.org/?q=" + "a/" * 4_000,
    "mixed scripts": "you should звонить 他 اليوم please",
    "right to left": "\u202eyou should call him\u202c",
    "zero width": "you\u200b should\u200d call\ufeff him",
    "combining": "y\u0301\u0301\u0301" * 3_000,
    "lone surrogate": "you should \ud800 call",
    "gaps that never close": "you " * 2_500,
    "maybe you": "maybe you could so you should what you " * 250,
    "not you": "not not you do not you are you have " * 250,
    "numbers": "1 " * 5_000,
    "html": "<script>you should</script>" * 300,
}


@pytest.fixture(autouse=True, scope="module")
def _the_model_is_loaded() -> None:
    """Once, as in a server; every reading after that is measured."""
    read("How are you?")


@pytest.mark.parametrize("name", STRANGE)
def test_strange_text_is_answered_soon(name: str) -> None:
    draft = STRANGE[name]
    began = time.process_time()
    reading = read(draft, draft)
    took = time.process_time() - began
    assert took < SLOWEST_SENTENCE * max(1, len(reading.sentences)) + SLOWEST_SENTENCE
    assert took < 2.0
    for sentence in reading.sentences:
        assert draft[sentence.start : sentence.end] == sentence.text
    assert 0.0 <= reading.over <= 1.0


COMMON = "you should could not never do i feel what have to try but and so the , . ? ! very sorry hard me if"
WORDS = st.sampled_from([*COMMON.split(), "\n"])


@settings(max_examples=150, deadline=None)
@given(
    st.one_of(st.text(max_size=400), st.lists(WORDS, max_size=150).map(" ".join)),
    st.none() | st.text(max_size=100),
)
def test_any_text_is_answered(draft: str, before: str | None) -> None:
    began = time.process_time()
    reading = read(draft, before)
    took = time.process_time() - began
    assert took < SLOWEST_SENTENCE * (len(reading.sentences) + 1)
    assert sum(sentence.shown for sentence in reading.sentences) <= 1
    for sentence in reading.sentences:
        assert draft[sentence.start : sentence.end] == sentence.text
        assert 0.0 <= sentence.p <= 1.0
        assert sentence.why
        for start, end in sentence.words:
            assert sentence.start <= start < end <= sentence.end


def test_a_draft_read_again_with_one_sentence_changed_takes_a_few_milliseconds() -> None:
    draft = "That sounds really hard. I remember weeks like that. Maybe you could talk to your boss about it?"
    read(draft)
    began = time.process_time()
    for number in range(20):
        read(f"{draft} We could speak at {number}.", "I had a terrible week at work")
    assert (time.process_time() - began) / 20 < 0.03
