"""The trained head for feelings: what it adds, where it is silent, and that the words go on without it."""

import shutil
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from walkalong.companion import Feeling, Label, feelings_in, moves_for
from walkalong.companion.encoder import SentenceEncoder
from walkalong.companion.examples import EXAMPLES
from walkalong.companion.felt_head import HEAD, REMEMBERED, WEIGHTS, FeltHead, heard_part
from walkalong.companion.felt_words import named_in
from walkalong.companion.model import FOLDER
from walkalong.companion.quality.feelings import figures

SHOWN_NOT_SAID = "i put her slippers next to the bed again. then i remembered she died in march"


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    return Path(shutil.copytree(FOLDER, tmp_path / "model"))


@pytest.fixture(scope="module")
def found() -> dict:
    return figures()


def test_on_held_out_messages_both_name_more_than_the_words_and_stay_mostly_right(found: dict) -> None:
    words, both = found["readers"]["words"], found["readers"]["both"]
    assert both["recall"] > 1.8 * words["recall"]
    assert both["micro_f1"] >= 0.32
    assert both["macro_f1"] >= 0.31
    assert both["precision"] >= 0.60
    assert both["example_fits"] >= 0.70
    assert words["precision"] >= 0.70


def test_a_message_is_heard_within_its_time(found: dict) -> None:
    assert found["message_ms"] <= 25
    assert found["again_ms"] <= 5


def test_it_hears_a_feeling_shown_without_a_word_for_it() -> None:
    assert feelings_in(SHOWN_NOT_SAID, head=None) == ()
    assert Feeling.SAD in {each.feeling for each in feelings_in(SHOWN_NOT_SAID)}


@pytest.mark.parametrize(
    "message",
    [
        "She is so angry",
        "he was worried about you",
        "they're so proud of her",
        "your dad seemed sad",
    ],
)
def test_anothers_feeling_is_not_the_writers(message: str) -> None:
    assert feelings_in(message) == ()


@pytest.mark.parametrize(
    ("message", "denied"),
    [
        ("not sad, just tired", Feeling.SAD),
        ("I don't feel guilty about the home, I did what I could", Feeling.GUILTY),
        ("im not angry with him any more. i just sit there", Feeling.ANGRY),
        ("I was never lonely there, the house was full", Feeling.LONELY),
    ],
)
def test_what_the_words_deny_the_head_does_not_name(message: str, denied: Feeling) -> None:
    assert denied not in {each.feeling for each in feelings_in(message)}


@pytest.mark.parametrize(
    "message", ["ok see you at six", "the bus leaves at nine from platform two", "thanks, you too"]
)
def test_of_arrangements_it_hears_nothing(message: str) -> None:
    assert feelings_in(message) == ()


def test_other_languages_are_left_to_the_words() -> None:
    message = "ich sitze den ganzen Tag allein in der Wohnung und niemand ruft mich an"
    assert HEAD.heard(message, named_in(message)) == {}


@pytest.mark.parametrize("missing", [WEIGHTS, "encoder.onnx", "vocab.txt"])
def test_without_a_file_the_words_answer_alone(copied: Path, missing: str) -> None:
    (copied / missing).unlink()
    head = FeltHead(copied, SentenceEncoder(copied))
    assert [each.feeling for each in feelings_in("I'm so sad", head=head)] == [Feeling.SAD]
    assert feelings_in(SHOWN_NOT_SAID, head=head) == ()


@pytest.mark.parametrize("content", [b"", b"not an archive", b"PK\x03\x04 broken"])
def test_a_broken_file_leaves_the_words(copied: Path, content: bytes) -> None:
    (copied / WEIGHTS).write_bytes(content)
    head = FeltHead(copied, SentenceEncoder(copied))
    assert [each.feeling for each in feelings_in("I'm so sad", head=head)] == [Feeling.SAD]


def test_without_onnxruntime_the_words_answer_alone() -> None:
    program = (
        "import sys; sys.modules['onnxruntime'] = None\n"
        "from walkalong.companion import feelings_in\n"
        f"assert [str(f.feeling) for f in feelings_in('I am so sad')] == ['sad']\n"
        f"assert feelings_in({SHOWN_NOT_SAID!r}) == ()"
    )
    subprocess.run([sys.executable, "-c", program], check=True)


def test_importing_it_loads_nothing() -> None:
    program = "import sys, walkalong.companion\nassert not {'numpy', 'onnxruntime'} & set(sys.modules)"
    subprocess.run([sys.executable, "-c", program], check=True)


def test_a_message_heard_twice_is_worked_out_once(monkeypatch: pytest.MonkeyPatch) -> None:
    head = FeltHead()
    first = feelings_in(SHOWN_NOT_SAID, head=head)

    def never(*_: object) -> None:
        raise AssertionError("it was heard before")

    monkeypatch.setattr(head, "_hear", never)
    assert feelings_in(SHOWN_NOT_SAID, head=head) == first


def test_what_it_remembers_holds_no_words_and_stays_small() -> None:
    head = FeltHead()
    for number in range(REMEMBERED + 20):
        head._remember(f"{number:024d}".encode(), {})
    feelings_in(SHOWN_NOT_SAID, head=head)
    assert len(head._known) == REMEMBERED
    name, heard = list(head._known.items())[-1]
    assert len(name) == 24
    assert b"slippers" not in name
    assert all(isinstance(feeling, Feeling) and isinstance(p, float) for feeling, p in heard.items())
    assert "slippers" not in repr(vars(head))


def test_the_name_of_a_message_differs_in_every_process() -> None:
    one, other = FeltHead(), FeltHead()
    for head in (one, other):
        feelings_in(SHOWN_NOT_SAID, head=head)
    assert set(one._known).isdisjoint(other._known)


def test_who_does_not_wait_is_answered_by_the_words_until_it_is_loaded() -> None:
    class Slow(SentenceEncoder):
        go = threading.Event()

        def vectors(self, texts):  # type: ignore[no-untyped-def]
            self.go.wait(10)
            return super().vectors(texts)

    head = FeltHead(encoder=Slow())
    began = time.monotonic()
    assert feelings_in(SHOWN_NOT_SAID, head=head, waits=False) == ()
    assert time.monotonic() - began < 5
    Slow.go.set()
    for _ in range(100):
        if feelings_in(SHOWN_NOT_SAID, head=head, waits=False):
            break
        time.sleep(0.05)
    assert Feeling.SAD in {each.feeling for each in feelings_in(SHOWN_NOT_SAID, head=head, waits=False)}


def test_the_moves_take_the_example_of_a_feeling_shown_without_a_word() -> None:
    feelings_in("I wonder")  # so that the head is loaded
    assert moves_for(Label.MINIMISE, SHOWN_NOT_SAID)[0].example == EXAMPLES["reflect"]["sad"]


def test_of_a_long_message_the_last_whole_sentences_are_heard() -> None:
    part = heard_part("We met at noon and talked. " * 50 + "Then I cried.")
    assert len(part) <= 600
    assert part.startswith("We met")
    assert part.endswith("Then I cried.")
    assert heard_part("x" * 5_000) == "x" * 600


@pytest.mark.parametrize(
    "message",
    ["", " ", "🙂" * 3_000, "\ud800 and I", "日本" * 500, "I \x00 am", "I am " + "é́" * 3_000, "x" * 10_000,
     "I was there and " * 700, "so sad. " * 5_000],
)  # fmt: skip
def test_bad_input_is_answered_and_quickly(message: str) -> None:
    feelings_in("I wonder")
    began = time.process_time()
    assert len(feelings_in(message)) <= 3
    assert time.process_time() - began < 0.05


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=300))
def test_any_message_is_answered_by_both(tail: str) -> None:
    assert len(feelings_in("I am " + tail)) <= 3
