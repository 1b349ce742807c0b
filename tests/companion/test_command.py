"""The companion on the command line: for people, and a line at a time for programs."""

import io
import json
import subprocess
import sys
from types import SimpleNamespace
from typing import Any

import pytest

from walkalong.companion import read
from walkalong.companion.command import main


def answers(
    lines: bytes, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> tuple[int, list[dict[str, Any]]]:
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(lines)))
    code = main(["read", "--jsonl"])
    return code, [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def test_a_person_reads_praise_first_then_one_thing(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["read", "That sounds really hard. You should call him."]) == 0
    told = capsys.readouterr().out
    assert told.index("What already walks with them") < told.index("One thing to look at")
    assert "“You should”" in told


def test_the_mentees_message_counts(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["read", "You could call him.", "--before", "What should I do?"]) == 0
    told = capsys.readouterr().out
    assert "They asked" in told
    assert "One thing to look at" not in told


def test_each_line_is_answered_with_exactly_these_fields(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    code, (answer,) = answers(
        '{"text": "You should rest, René 🙂", "before": null}'.encode(), monkeypatch, capsys
    )
    assert code == 0
    assert set(answer) == {"over", "sentences"}
    (sentence,) = answer["sentences"]
    assert set(sentence) == {"text", "start", "end", "label", "group", "p", "flag", "why"}
    assert sentence["label"] == "ADVISE"
    assert sentence["group"] == "over: authority"
    assert sentence["text"] == "You should rest, René 🙂"
    assert (sentence["start"], sentence["end"]) == (0, 23)
    assert answer["over"] == pytest.approx(read("You should rest, René 🙂").over, abs=1e-5)


@pytest.mark.parametrize(
    "line",
    [
        b"{",
        b"[]",
        b"17",
        b"",
        b"\xff\xfe",
        b'{"text": 3}',
        b'{"before": "x"}',
        b"[" * 90_000,
        b'{"text":"a","before":1}',
    ],
)
def test_a_bad_line_is_answered_kindly_in_its_place(
    line: bytes, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    code, found = answers(b'{"text":"one"}\n' + line + b'\n{"text":"two"}\n', monkeypatch, capsys)
    assert code == 1
    assert [set(each) for each in found] == [{"over", "sentences"}, {"error"}, {"over", "sentences"}]
    assert str(found[1]["error"]).startswith("Line 2 could not be read")


def test_a_line_too_long_to_hold_is_skipped_whole(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    code, found = answers(b'{"text":"' + b"a" * 3_000_000 + b'"}\n{"text":"two"}', monkeypatch, capsys)
    assert code == 1
    assert [set(each) for each in found] == [{"error"}, {"over", "sentences"}]


def test_strange_characters_come_back_as_they_were(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    text = "a\x00b \u202e \ud800 ok"
    code, (answer,) = answers(json.dumps({"text": text}).encode(), monkeypatch, capsys)
    assert code == 0
    assert answer["sentences"][0]["text"] == text


def test_an_answer_comes_before_the_next_line_is_asked_for() -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "walkalong.companion", "read", "--jsonl"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    ) as process:
        assert process.stdin
        assert process.stdout
        for text in ("You should rest.", "That sounds hard."):
            process.stdin.write(json.dumps({"text": text}).encode() + b"\n")
            process.stdin.flush()
            assert json.loads(process.stdout.readline())["sentences"][0]["text"] == text
        process.stdin.close()
        assert process.wait(20) == 0


def test_ten_thousand_lines_in_one_run(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = b"".join(
        json.dumps({"text": f"You should rest, number {n}."}).encode() + b"\n" for n in range(10_000)
    )
    code, found = answers(lines, monkeypatch, capsys)
    assert code == 0
    assert [each["sentences"][0]["text"] for each in found] == [
        f"You should rest, number {n}." for n in range(10_000)
    ]


def test_no_framework_is_loaded() -> None:
    asked = "import sys, walkalong.companion.command as c; c.main(['read', 'You should rest.']); "
    asked += "print([m for m in ('django', 'sqlite3', 'torch') if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[]"
    assert done.stderr == ""


def test_without_a_draft_it_says_what_to_do(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["read"])
    assert "give the draft in quotes" in capsys.readouterr().err
