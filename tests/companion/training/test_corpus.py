"""The corpus can be read, whole and without doubt, and no scenario stands on two sides of the split."""

import sys
from collections import Counter
from pathlib import Path

import pytest

from walkalong.companion.labels import Label
from walkalong.companion.training.corpus import (
    Scenario,
    Unreadable,
    contrast_groups,
    data_hash,
    lines_of,
    read_corpus,
    read_file,
)
from walkalong.companion.training.split import Part, part_of, split

EXAMPLE = """\
[w-017] Dana, 52, laid off | the evening before
mentee: cant go in
VALIDATE | That sounds long and lonely.
ADVISE | Just go in.   # plain order
~ HAND_BACK | You know best # whether to go in.   # differs by who decides
mentee (asks): what would you do?
draft:
  VALIDATE | Ugh, an hour.
  ADVISE+SHOW_UP | Go in and I'll stay on the phone.
NEUTRAL | See you at 7.
"""


def written(folder: Path, text: str) -> list[Scenario]:
    path = folder / "x-01.txt"
    path.write_text(text, encoding="utf-8")
    return read_file(path)


def test_everything_a_line_says_is_understood(tmp_path: Path) -> None:
    (scenario,) = written(tmp_path, EXAMPLE)
    assert (scenario.id, scenario.person, scenario.moment) == (
        "w-017",
        "Dana, 52, laid off",
        "the evening before",
    )
    validate, advise, hand_back, in_draft, two, last = scenario.lines
    assert (validate.label, validate.before, validate.asks) == (Label.VALIDATE, "cant go in", False)
    assert advise.note == "plain order"
    assert hand_back.text == "You know best # whether to go in."
    assert hand_back.contrast == advise.contrast != validate.contrast
    assert in_draft.draft == two.draft == 1
    assert (two.label, two.second, two.asks) == (Label.ADVISE, Label.SHOW_UP, True)
    assert (last.draft, last.before) == (0, "what would you do?")
    assert contrast_groups([scenario]) == [[advise, hand_back]]


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("ADVICE | Go.", "there is no label ADVICE"),
        ("ADVISE+NOTHING | Go.", "there is no label NOTHING"),
        ("ADVISE: Go.", "expected LABEL"),
        ("  ADVISE | Go.", "stands under draft:"),
        ("mentee says hello", "expected mentee:"),
        ("[w-1] nobody", "a scenario begins"),
    ],
)
def test_a_line_that_breaks_the_format_is_named(tmp_path: Path, line: str, problem: str) -> None:
    with pytest.raises(Unreadable, match=problem) as told:
        written(tmp_path, EXAMPLE + line)
    assert "x-01.txt, line 11" in str(told.value)


def test_nothing_stands_outside_a_scenario(tmp_path: Path) -> None:
    with pytest.raises(Unreadable, match="a scenario begins"):
        written(tmp_path, "ADVISE | Go.")


CORPUS = read_corpus()


def test_the_corpus_is_large_varied_and_whole(capsys: pytest.CaptureFixture[str]) -> None:
    lines = list(lines_of(CORPUS))
    counts = Counter(line.label for line in lines)
    paired = sum(map(len, contrast_groups(CORPUS)))
    with capsys.disabled():
        sys.stdout.write(
            f"\ncompanion corpus: {len(lines)} sentences, {len(CORPUS)} scenarios, {paired} in contrasts\n"
        )
        sys.stdout.write("  " + ", ".join(f"{label} {count}" for label, count in counts.most_common()) + "\n")
    assert len(lines) >= 4_000
    assert len(CORPUS) >= 200
    assert set(counts) == set(Label)
    assert min(counts.values()) >= 100
    assert paired >= len(lines) / 4


def test_every_scenario_has_its_own_id_and_every_sentence_is_said_once() -> None:
    ids = Counter(scenario.id for scenario in CORPUS)
    assert [each for each, count in ids.items() if count > 1] == []
    said = Counter((line.before, line.text) for line in lines_of(CORPUS) if not line.draft)
    assert [each for each, count in said.items() if count > 1] == []


def test_a_contrast_differs_in_its_label() -> None:
    same = [group for group in contrast_groups(CORPUS) if len({(x.label, x.second) for x in group}) == 1]
    assert [group[0].text for group in same] == []


def test_most_sentences_answer_something() -> None:
    lines = list(lines_of(CORPUS))
    assert sum(bool(line.before) for line in lines) >= 0.95 * len(lines)


def test_each_part_is_large_enough_to_measure_with_and_none_overlaps(
    capsys: pytest.CaptureFixture[str],
) -> None:
    parts = split(CORPUS)
    sizes = {part: len(list(lines_of(scenarios))) for part, scenarios in parts.items()}
    with capsys.disabled():
        sys.stdout.write(
            "\n  " + ", ".join(f"{part} {len(parts[part])} scenarios {sizes[part]}" for part in Part) + "\n"
        )
    total = sum(sizes.values())
    assert 0.10 * total <= sizes[Part.TEST] <= 0.22 * total
    assert 0.10 * total <= sizes[Part.DEV] <= 0.22 * total
    for part in (Part.TEST, Part.DEV):
        assert {line.label for line in lines_of(parts[part])} == set(Label)
    texts = {part: {line.text.lower() for line in lines_of(parts[part])} for part in Part}
    shared = (texts[Part.TRAIN] & (texts[Part.DEV] | texts[Part.TEST])) | (texts[Part.DEV] & texts[Part.TEST])
    assert len(shared) <= 0.01 * total


KEPT = ["test", "train", "dev", "train", "train", "train", "dev", "dev"]


def test_a_scenario_keeps_its_part_for_ever() -> None:
    """A model's figures would mean nothing if a scenario it learned from could drift into the test part."""
    assert [str(part_of(f"w-{number:03}")) for number in range(1, 9)] == KEPT


def test_the_hash_names_the_text(tmp_path: Path) -> None:
    written(tmp_path, EXAMPLE)
    first = data_hash(tmp_path)
    assert first == data_hash(tmp_path)
    written(tmp_path, EXAMPLE + "NEUTRAL | Bye.\n")
    assert data_hash(tmp_path) != first
