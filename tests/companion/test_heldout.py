"""Sentences the lexicon was not written for. They measure; they are never used to mend it one by one."""

import sys
from collections import Counter
from pathlib import Path

import pytest

from walkalong.companion import Label, Side, read


def sentences() -> list[tuple[Label, str]]:
    lines = Path(__file__).with_name("heldout.tsv").read_text(encoding="utf-8").splitlines()
    return [
        (Label(label), text) for label, _, text in (line.partition("\t") for line in lines if line[0] != "#")
    ]


def test_flags_on_unseen_sentences_are_mostly_right(capsys: pytest.CaptureFixture[str]) -> None:
    seen = Counter[str]()
    for label, text in sentences():
        found = max(read(text).sentences, key=lambda sentence: sentence.over)
        over = label.side is Side.OVER
        seen["label"] += any(sentence.label is label for sentence in read(text).sentences)
        seen["over"] += over
        seen["flagged"] += found.flag
        seen["flagged over"] += found.flag and over
    wrongly = seen["flagged"] - seen["flagged over"]
    told = f"label right {seen['label']}, flagged {seen['flagged over']} of {seen['over']} that talk over"
    with capsys.disabled():
        sys.stdout.write(f"\ncompanion, {len(sentences())} unseen sentences: {told}, {wrongly} wrongly\n")
    assert seen["flagged over"] / seen["flagged"] >= 0.9
    assert seen["flagged over"] / seen["over"] >= 0.4


@pytest.mark.parametrize("label", list(Label))
def test_every_label_is_among_the_unseen(label: Label) -> None:
    assert label in {each for each, _ in sentences()}
