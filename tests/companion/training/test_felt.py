"""The messages the head for feelings learns from: their format, their split, and what they hold."""

from collections import Counter
from pathlib import Path

import pytest

from walkalong.companion import Feeling
from walkalong.companion.model import FOLDER as MODEL
from walkalong.companion.training.corpus import Unreadable, read_corpus
from walkalong.companion.training.felt import MOST, data_hash, read_messages
from walkalong.companion.training.split import Part, part_of


def test_every_feeling_has_at_least_sixty_messages() -> None:
    messages = read_messages()
    assert len(messages) >= 1_700
    count = Counter(feeling for message in messages for feeling in message.feelings)
    assert min(count[feeling] for feeling in Feeling) >= 60
    assert sum(not message.feelings for message in messages) >= 250
    assert all(len(message.feelings) <= MOST for message in messages)


def test_no_message_stands_there_twice() -> None:
    texts = Counter(message.text.casefold() for message in read_messages())
    assert [text for text, count in texts.items() if count > 1] == []


def test_a_message_goes_where_its_scenario_goes() -> None:
    known = {scenario.id for scenario in read_corpus()}
    of_scenarios = [message for message in read_messages() if not message.id.startswith("f-")]
    assert all(message.id in known for message in of_scenarios)
    assert all(message.part is part_of(message.id) for message in of_scenarios)
    assert {message.part for message in of_scenarios} == set(Part)


def test_no_message_of_the_small_table_is_learned_from() -> None:
    table = Path(__file__).parents[1] / "feelings.tsv"
    rows = {line.split("\t")[1].casefold() for line in table.read_text(encoding="utf-8").splitlines()}
    assert rows.isdisjoint(message.text.casefold() for message in read_messages())


def test_the_head_was_made_from_these_messages() -> None:
    log = (MODEL / "training-feelings.log").read_text(encoding="utf-8")
    assert f"data sha256 {data_hash()}" in log


@pytest.mark.parametrize(
    "line",
    [
        "f-1\tsad",
        "f-1\tmerry\tI sing",
        "f-1\tsad,sad\tI cry",
        "f-1\tsad,hurt,angry,tired\tall of it",
        "f-1\tsad\t ",
    ],
)
def test_a_line_that_breaks_the_format_is_named(tmp_path: Path, line: str) -> None:
    (tmp_path / "odd.tsv").write_text(f"# id\n{line}\n", encoding="utf-8")
    with pytest.raises(Unreadable, match=r"odd\.tsv, line 2"):
        read_messages(tmp_path)
