"""The figures about feelings."""

from walkalong.companion import Feeling
from walkalong.companion.quality.feelings import measured
from walkalong.companion.quality.page import _feelings
from walkalong.companion.training.felt import Message

MESSAGES = [
    Message("f-1", (Feeling.SAD, Feeling.LONELY), "one"),
    Message("f-2", (Feeling.HAPPY,), "two"),
    Message("f-3", (), "three"),
    Message("f-4", (), "four"),
]
SAID = {"one": [Feeling.SAD, Feeling.ANGRY], "two": [Feeling.PROUD], "three": [], "four": [Feeling.SAD]}


def test_they_are_counted_as_the_page_explains_them() -> None:
    found = measured(MESSAGES, lambda text: SAID[text])
    assert found["precision"] == 1 / 4
    assert found["recall"] == 1 / 3
    assert found["answered"] == 1.0
    assert found["silent"] == 1 / 2
    assert found["example_fits"] == 2 / 3  # proud and happy share a family; on the last nothing was right


def test_figures_from_before_they_were_measured_make_no_section() -> None:
    assert _feelings(None) == ""


def test_the_section_tells_each_reader_and_each_feeling() -> None:
    keys = ("precision", "recall", "micro_f1", "macro_f1", "example_fits", "answered", "silent")
    each = {"truly": 3, "precision": 0.5, "recall": 0.25, "f1": 0.33, "words_f1": 0.125}
    section = _feelings(
        {
            "messages": 4,
            "without": 2,
            "readers": {name: dict.fromkeys(keys, 0.625) for name in ("words", "head", "both")},
            "each": {"sad": each},
            "message_ms": 4.0,
            "message_most_ms": 6.0,
            "again_ms": 0.2,
        }
    )
    assert section.count("0.62") == 21
    assert "| sad | 3 | 0.50 | 0.25 | 0.33 | 0.12 |" in section
