"""Every word in every template can be translated, and nothing in a template needs a looser content policy."""

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2] / "walkalong"
NOT_FOR_PEOPLE = {"web/looks.html"}  # shown to builders only
SPOKEN_ATTRIBUTES = {"placeholder", "aria-label", "alt", "title", "aria-description", "content-title"}
LETTERS = re.compile(r"[^\W\d_]{2,}")
ENTITIES = re.compile(r"&[a-z]+;|\b[a-z]+\.(?:com|org)\b")  # a web address is nobody's language
COMMENTS = re.compile(r"{%\s*comment\b.*?%}.*?{%\s*endcomment\s*%}|{#.*?#}", re.S)
TRANSLATED = re.compile(r"{%\s*blocktrans(?:late)?\b.*?%}.*?{%\s*endblocktrans(?:late)?\s*%}", re.S)
# Blocks of base.html that stand inside an attribute and hold names for CSS and scripts, never words.
NAMES = re.compile(
    r"{%\s*block (?:page_state|page_class|html_class|body_class)\s*%}.*?{%\s*endblock.*?%}", re.S
)
TAGS = re.compile(r"{%.*?%}|{{.*?}}", re.S)
INCLUDED_WORDS = re.compile(r"{%\s*include\b(?P<rest>.*?)%}", re.S)
SPOKEN_ARGUMENT = re.compile(r"\b(?:title|text|lead|above|action|back|label)=([\"'])(?P<words>[^\"']*)\1")


def templates() -> list[Path]:
    return sorted(
        path
        for path in ROOT.glob("**/templates/**/*")
        if path.suffix in {".html", ".txt"} and not any(str(path).endswith(name) for name in NOT_FOR_PEOPLE)
    )


class Findings(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.untranslated: list[str] = []
        self.inline: list[str] = []
        self._silent = 0

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        facts = dict(attributes)
        if tag == "style" or (
            tag == "script" and "src" not in facts and facts.get("type") != "application/json"
        ):
            self.inline.append(f"<{tag}>")
        self._silent += tag in {"script", "style"}
        for name, value in attributes:
            if name == "style" or re.match(r"on[a-z]+$", name):
                self.inline.append(name)
            if name in SPOKEN_ATTRIBUTES and LETTERS.search(value or ""):
                self.untranslated.append(f"{name}={value}")

    def handle_endtag(self, tag: str) -> None:
        self._silent -= tag in {"script", "style"}

    def handle_data(self, data: str) -> None:
        if not self._silent and LETTERS.search(ENTITIES.sub("", data)):
            self.untranslated.append(data.strip())


def findings(source: str) -> Findings:
    source = COMMENTS.sub("", source)
    found = Findings()
    for include in INCLUDED_WORDS.finditer(source):
        for argument in SPOKEN_ARGUMENT.finditer(include["rest"]):
            if LETTERS.search(argument["words"]):
                found.untranslated.append(argument[0])
    found.feed(TAGS.sub("", TRANSLATED.sub("", NAMES.sub("", source))))
    found.close()
    return found


@pytest.mark.parametrize("path", templates(), ids=lambda path: str(path.relative_to(ROOT)))
def test_template_has_only_translatable_words_and_nothing_inline(path: Path) -> None:
    found = findings(path.read_text())
    assert found.untranslated == []
    assert found.inline == []


@pytest.mark.parametrize(
    "source",
    [
        "<p>Hello there</p>",
        '<input placeholder="Your name">',
        '<img alt="A lamp">',
        '{% include "web/empty.html" with title="Nothing yet" %}',
        "{% if a %}Yes{% else %}{{ b }}{% endif %}",
    ],
)
def test_the_check_finds_bare_words(source: str) -> None:
    assert findings(source).untranslated


@pytest.mark.parametrize(
    "source", ["<script>go()</script>", "<style>p{}</style>", '<p style="x"></p>', '<a onclick="go()"></a>']
)
def test_the_check_finds_inline_code(source: str) -> None:
    assert findings(source).inline


def test_the_check_lets_translated_words_pass() -> None:
    source = (
        '{% comment %}a note{% endcomment %}<p title="{% translate "Hello" %}">{% translate "Hello" %}'
        " {{ name }}"
        "{% blocktranslate trimmed %}and more{% endblocktranslate %} &nbsp;·</p>"
        '<script type="module" src="{% static \'web/forms.js\' %}"></script>'
    )
    found = findings(source)
    assert found.untranslated == []
    assert found.inline == []
