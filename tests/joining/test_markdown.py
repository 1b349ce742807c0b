"""Staff's Markdown becomes safe HTML, and what a document lacks is said in words that help."""

import pytest
from django.core.exceptions import ValidationError

from walkalong.joining import shapes
from walkalong.joining.comparing import Row, compare
from walkalong.joining.markdown import parts_of

SITUATION = (
    "# A title\n\nA scene.\n\n> Words\n\n## With\n\n- Good\n\n  Why good.\n\n## Over\n\n- Bad\n\n  Why bad.\n"
)


def html_of(words: str) -> str:
    return "".join(part.html for part in parts_of(words))


@pytest.mark.parametrize(
    "words",
    [
        "<script>alert(1)</script>",
        "text <img src=x onerror=alert(1)> text",
        "[press](javascript:alert(1))",
        "[press](data:text/html;base64,PHNjcmlwdD4=)",
        "![a picture](https://elsewhere.example/spy.png)",
        "<a href='https://x.example' onclick='x()'>x</a>",
    ],
)
def test_nothing_runs_and_nothing_is_fetched(words: str) -> None:
    html = html_of(words)
    assert "<script" not in html
    assert "<img" not in html
    assert 'href="javascript' not in html
    assert 'href="data' not in html
    assert "<a href='" not in html


def test_ordinary_markdown_comes_out() -> None:
    html = html_of("# T\n\nA **strong** [way](https://lantern.example).\n\n- one\n- two\n")
    assert "<strong>strong</strong>" in html
    assert '<a href="https://lantern.example">way</a>' in html
    assert html.count("<li>") == 2


def test_a_situation_is_read_in_any_language() -> None:
    words = SITUATION.replace("With", "Mit").replace("Over", "Über").replace("Good", "أنا هنا")
    situation = shapes.situation(words)
    assert situation.said == "Words"
    assert [line.words for line in situation.of("with")] == ["أنا هنا"]
    assert "Why bad" in situation.of("over")[0].why


@pytest.mark.parametrize(
    ("words", "says"),
    [
        ("", "begin with a title"),
        ("Some words", "begin with a title"),
        (SITUATION.replace("> Words", ""), "what the mentee says"),
        (SITUATION.replace("## Over", "Over"), "two lists"),
        (SITUATION + "\n## A third\n", "two lists"),
        (SITUATION.replace("  Why bad.", ""), "“Bad” has no reason yet"),
        (SITUATION.replace("- Bad\n\n  Why bad.", ""), "“Over” has no sentences yet"),
        (SITUATION.replace("- Bad", "- Good"), "stands here twice"),
        (SITUATION.replace("- Bad", "-"), "empty"),
        (SITUATION + "\n# Another\n", "more than one title"),
        (SITUATION + "\n### A note\n\nlost?\n", "has no place here"),
        (SITUATION + "\nA word at the end\n", "outside the list"),
        (SITUATION.replace("  Why bad.", "Why bad."), "has no reason yet"),
    ],
)
def test_what_a_situation_lacks_is_said(words: str, says: str) -> None:
    with pytest.raises(ValidationError, match=says):
        shapes.situation(words)


@pytest.mark.parametrize(
    ("words", "says"),
    [
        ("# T\n\n## M1\n\n### A\n\nx\n\n### B\n\ny\n", "has 3 months"),
        ("# T\n\n## M1\n\n### A\n\nx\n", "“M1” needs two parts"),
        ("# T\n\n## M1\n\n### A\n\n### B\n\ny\n", "“M1” needs two parts"),
        ("# T\n\n## M1\n\nlost?\n\n### A\n\nx\n\n### B\n\ny\n", "its words stand in them"),
        ("# T\n\n#### Deep\n\nlost?\n", "has no place here"),
    ],
)
def test_what_a_stage_lacks_is_said(words: str, says: str) -> None:
    with pytest.raises(ValidationError) as missing:
        shapes.read("year-1-beginning", words)
    assert says in missing.value.messages[0]


def test_a_page_needs_words() -> None:
    with pytest.raises(ValidationError, match="no words yet"):
        shapes.page("# Only a title\n")


def test_two_versions_are_compared_line_by_line() -> None:
    before = "\n".join("abcdefghijklmnop")
    after = before.replace("c", "C").replace("o", "")
    assert [row for row in compare(before, after) if row.change] == [
        Row("c", "removed"), Row("C", "added"), Row("", "gap"), Row("o", "removed"), Row("", "added"),
    ]  # fmt: skip
    assert compare(before, before) == []
