"""The words shipped with the product: one Markdown file for each document, content/<language>/<name>.md."""

from functools import cache
from pathlib import Path

from django.utils.translation import get_language

FOLDER = Path(__file__).parent / "content"
LANGUAGE = "en"  # complete; a document that another language lacks is shown in this one


@cache
def names() -> tuple[str, ...]:
    return tuple(sorted(file.stem for file in (FOLDER / LANGUAGE).glob("*.md")))


def words_of(name: str) -> str | None:
    """The shipped words in the reader's language; None for a document that was not shipped."""
    if name not in names():
        return None
    spoken = (get_language() or LANGUAGE).split("-")[0]
    return _file(spoken, name) or _file(LANGUAGE, name)


@cache
def _file(language: str, name: str) -> str | None:
    file = FOLDER / language / f"{name}.md"
    return file.read_text(encoding="utf-8") if file.is_file() else None
