"""docs/tone.md, as far as a machine can hold it: no page says to a person what that page rules out."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.needs import ROOT

NEVER = re.compile(
    r"\b(oops|sorry|invalid|error|success(?:ful|fully)?|submit|overdue|streaks?|deadlines?|due date|ranking|"
    r"are you sure|users?|log ?in|log ?out|click|failed|congratulations|keep it up|well done|great job|"
    r"unread|you have \d+|to-?do|checklist|score[sd]?|leaderboard|progress bar|journeys?)\b",
    re.IGNORECASE,
)
# Said of things and not of people, or said in order to rule it out.
ALLOWED = {
    "It gives nobody a score, and nothing is learned from your words. They go to no other company.",
}
IN_TEMPLATES = re.compile(
    r"{% (?:translate|trans) ([\"'])(.+?)\1|{% blocktranslate[^%]*%}(.*?){% endblocktranslate", re.S
)
GETTEXT = {"_", "gettext", "gettext_lazy", "ngettext", "ngettext_lazy", "pgettext", "pgettext_lazy"}


def said_by_templates() -> Iterator[tuple[str, str]]:
    for file in sorted((ROOT / "walkalong").rglob("templates/**/*.html")):
        for found in IN_TEMPLATES.finditer(file.read_text(encoding="utf-8")):
            yield str(file.relative_to(ROOT)), (found[2] or found[3]).strip()


def said_by_code() -> Iterator[tuple[str, str]]:
    for file in sorted((ROOT / "walkalong").rglob("*.py")):
        source = file.read_text(encoding="utf-8")
        if "gettext" not in source:
            continue
        for node in ast.walk(ast.parse(source)):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in GETTEXT:
                for argument in node.args:
                    if isinstance(argument, ast.Constant) and isinstance(argument.value, str):
                        yield str(file.relative_to(ROOT)), argument.value


def test_no_sentence_breaks_the_tone() -> None:
    said = [*said_by_templates(), *said_by_code()]
    assert len(said) > 500
    broken = [f"{file}: {words}" for file, words in said if NEVER.search(words) and words not in ALLOWED]
    assert broken == []


def test_every_exception_is_still_said() -> None:
    assert {words for _file, words in [*said_by_templates(), *said_by_code()]} >= ALLOWED


@pytest.mark.parametrize("words", ["Oops! Something failed.", "You have 3 unread messages", "Are you sure?"])
def test_the_check_finds_what_it_looks_for(words: str) -> None:
    assert NEVER.search(words)


def test_the_page_of_the_tone_is_there_and_stays_one_page() -> None:
    page = Path(ROOT / "docs" / "tone.md").read_text(encoding="utf-8")
    assert len(page.splitlines()) < 90
