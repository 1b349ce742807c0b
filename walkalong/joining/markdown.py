"""Markdown to HTML, safely: no markup but Markdown's, and nothing is fetched from elsewhere."""

from dataclasses import dataclass
from functools import lru_cache

from django.utils.safestring import SafeString, mark_safe
from markdown_it import MarkdownIt
from markdown_it.token import Token

# html=False shows raw HTML as text; markdown-it lets no link through that could run a script.
_MARKDOWN = MarkdownIt("commonmark", {"html": False}).disable("image")


@dataclass(frozen=True)
class Part:
    """A heading and what stands below it, up to the next heading of any level. The first part has none."""

    level: int
    title: str
    tokens: tuple[Token, ...]

    @property
    def html(self) -> SafeString:
        return rendered(self.tokens)


@lru_cache(maxsize=256)
def parts_of(words: str) -> tuple[Part, ...]:
    """The document in parts. The first part is always what stands before any heading, empty or not."""
    tokens = _MARKDOWN.parse(words)
    parts: list[tuple[int, str, list[Token]]] = [(0, "", [])]
    position = 0
    while position < len(tokens):
        token = tokens[position]
        if token.type == "heading_open" and token.level == 0:
            parts.append((int(token.tag[1:]), plain(tokens[position + 1]), []))
            position += 3  # open, its words, close
            continue
        parts[-1][2].append(token)
        position += 1
    return tuple(Part(level, title, tuple(held)) for level, title, held in parts)


def rendered(tokens: tuple[Token, ...]) -> SafeString:
    html = _MARKDOWN.renderer.render(tokens, _MARKDOWN.options, {})
    return mark_safe(html)  # noqa: S308 - made by markdown-it with HTML switched off


def plain(inline: Token) -> str:
    """The words of a line, without their markup."""
    pieces = (
        " " if child.type in ("softbreak", "hardbreak") else child.content for child in inline.children or []
    )
    return "".join(pieces).strip()


def block_end(tokens: tuple[Token, ...], start: int) -> int:
    """Where the block that opens at `start` closes: the position just after it."""
    depth = 0
    for position in range(start, len(tokens)):
        depth += tokens[position].nesting
        if depth == 0:
            return position + 1
    return len(tokens)
