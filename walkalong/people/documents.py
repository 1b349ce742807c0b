"""What a person is asked to agree to: one Markdown file for each version, in documents/<name>/<version>.md.

A file that somebody agreed to is never edited: a change of meaning is a new version, and everybody is asked
again.
"""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from django.utils.translation import gettext_lazy as _
from markdown_it import MarkdownIt

FOLDER = Path(__file__).parent / "documents"

TITLES = {
    "confidentiality": _("Who can read what, and where confidentiality ends"),
    "health-data": _("What you share about your health"),
    "adult": _("You are 18 or over"),
}
SENTENCES = {
    "confidentiality": _("I have read this, and I agree to keep it."),
    "health-data": _("I agree that what I choose to share about my health is kept here, as described."),
    "adult": _("I am 18 or over."),
}
WITHDRAWALS = {
    "confidentiality": _("Take back my agreement on confidentiality"),
    "health-data": _("Take back my consent about health"),
    "adult": _("I said I am 18 or over, and that is not so"),
}


@dataclass(frozen=True)
class Document:
    name: str
    version: int

    @property
    def title(self) -> str:
        return str(TITLES[self.name])

    @property
    def sentence(self) -> str:
        """What a person says by ticking its box."""
        return str(SENTENCES[self.name])

    @property
    def withdrawal(self) -> str:
        return str(WITHDRAWALS[self.name])

    @property
    def html(self) -> str:
        return _rendered(self.name, self.version)


@cache
def _rendered(name: str, version: int) -> str:
    words = (FOLDER / name / f"{version}.md").read_text(encoding="utf-8")
    # the files are ours; raw HTML in them is switched off all the same
    return MarkdownIt("commonmark", {"html": False}).render(words)


@cache
def required() -> tuple[Document, ...]:
    """The current version of each document, in the order they are read."""
    return tuple(
        Document(name, max(int(file.stem) for file in (FOLDER / name).glob("*.md"))) for name in TITLES
    )
