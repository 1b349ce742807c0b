"""What a document of each kind is made of, read from its Markdown; a kind sentence when a piece is missing.

The order of headings carries the meaning and not their words, so that a programme may write in any language.
"""

from dataclasses import dataclass
from enum import StrEnum
from hashlib import blake2s

from django.core.exceptions import ValidationError
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from markdown_it.token import Token

from walkalong.joining.markdown import Part, block_end, parts_of, plain, rendered


class Kind(StrEnum):
    PAGE = "page"
    SITUATION = "situation"
    STAGE = "year"


def kind_of(name: str) -> Kind:
    """By the first word of its name: situation-kitchen, year-1-beginning; every other is a page."""
    return next((kind for kind in (Kind.SITUATION, Kind.STAGE) if name.startswith(f"{kind}-")), Kind.PAGE)


@dataclass(frozen=True)
class Page:
    title: str
    opening: SafeString
    sections: tuple[Part, ...]


@dataclass(frozen=True)
class Line:
    """A sentence somebody might answer with, which side it belongs to, and why."""

    words: str
    side: str  # "with" or "over"
    why: SafeString

    @property
    def key(self) -> str:
        """The same for the same sentence, wherever it stands: what was sorted stays sorted after an edit."""
        return blake2s(self.words.encode(), digest_size=6).hexdigest()


@dataclass(frozen=True)
class Situation:
    title: str
    scene: SafeString
    said: str  # the mentee's words, for the companion
    lines: tuple[Line, ...]  # the two sides mixed, in an order that stays

    def of(self, side: str) -> list[Line]:
        return [line for line in self.lines if line.side == side]


@dataclass(frozen=True)
class MonthWords:
    title: str
    mentee: SafeString
    mentor: SafeString


@dataclass(frozen=True)
class YearStage:
    title: str
    opening: SafeString
    months: tuple[MonthWords, ...]


_LISTS = {"bullet_list_open", "bullet_list_close", "ordered_list_open", "ordered_list_close"}
Shape = Page | Situation | YearStage
# how many months each stage has words for, by its name; a test keeps it in step with matching.year
MONTHS_OF = {"year-1": 3, "year-2": 3, "year-3": 3, "year-4": 3, "year-5": 1}


def read(name: str, words: str) -> Shape:
    """The document as what it is. Raises ValidationError in words that say what to do."""
    match kind_of(name):
        case Kind.SITUATION:
            return situation(words)
        case Kind.STAGE:
            return stage(words, months=MONTHS_OF.get("-".join(name.split("-")[:2]), 1))
        case _:
            return page(words)


def title_of(words: str) -> str:
    return next((part.title for part in parts_of(words) if part.level == 1), "")


def page(words: str) -> Page:
    top, below = _top(words)
    sections = tuple(part for part in below if part.level > 1)
    if not (top.tokens or any(section.tokens for section in sections)):
        raise ValidationError(_("Below the title there are no words yet."), code="empty")
    return Page(top.title, top.html, sections)


def situation(words: str) -> Situation:
    top, below = _top(words)
    said = _quoted(top)
    if not said:
        raise ValidationError(
            _("Below the title, please write what the mentee says, each line beginning with “>”."),
            code="nobody_speaks",
        )
    _only_headings(below, {2})
    sides = below
    if len(sides) != 2:
        raise ValidationError(
            _("A situation has two lists: “## With” and then “## Over”. Please keep both, in this order."),
            code="two_lists",
        )
    lines = [line for side, part in zip(("with", "over"), sides, strict=True) for line in _lines(part, side)]
    if len({line.key for line in lines}) < len(lines):
        raise ValidationError(_("One sentence stands here twice. Please change one of them."), code="twice")
    return Situation(top.title, top.html, said, tuple(sorted(lines, key=lambda line: line.key)))


def stage(words: str, *, months: int) -> YearStage:
    top, below = _top(words)
    _only_headings(below, {2, 3})
    found = [position for position, part in enumerate(below) if part.level == 2]
    read_months = []
    for start, end in zip(found, [*found[1:], len(below)], strict=True):
        sides = [part for part in below[start + 1 : end] if part.level == 3]
        if len(sides) != 2 or not all(side.tokens for side in sides) or below[start].tokens:
            raise ValidationError(
                _(
                    "“%(month)s” needs two parts, and its words stand in them: “### For the mentee”, then "
                    "“### For the mentor”."
                ),
                code="two_sides",
                params={"month": below[start].title},
            )  # fmt: skip
        read_months.append(MonthWords(below[start].title, sides[0].html, sides[1].html))
    if len(read_months) != months:
        raise ValidationError(
            ngettext(
                "This part of the year has %(months)d month, each below a heading that begins with “##”.",
                "This part of the year has %(months)d months, each below a heading that begins with “##”.",
                months,
            ),
            code="months",
            params={"months": months},
        )
    return YearStage(top.title, top.html, tuple(read_months))


def _top(words: str) -> tuple[Part, list[Part]]:
    before, *parts = parts_of(words)
    if before.tokens or not parts or parts[0].level != 1 or not parts[0].title:
        raise ValidationError(
            _("Please begin with a title: a first line such as “# The kitchen”."), code="no_title"
        )
    if any(part.level == 1 for part in parts[1:]):
        raise ValidationError(
            _("There is more than one title. Please let only the first line begin with a single “#”."),
            code="two_titles",
        )
    return parts[0], parts[1:]


def _only_headings(parts: list[Part], levels: set[int]) -> None:
    """Whatever stands below another heading would be shown nowhere, so it is not kept in silence."""
    for part in parts:
        if part.level not in levels:
            raise ValidationError(
                _("“%(title)s” is a heading with “%(signs)s”, which has no place here."),
                code="heading",
                params={"title": part.title, "signs": "#" * part.level},
            )


def _quoted(part: Part) -> str:
    """The words of every quotation in the part."""
    found, inside = [], 0
    for token in part.tokens:
        inside += {"blockquote_open": 1, "blockquote_close": -1}.get(token.type, 0)
        if inside and token.type == "inline":
            found.append(plain(token))
    return "\n".join(found).strip()


def _lines(part: Part, side: str) -> list[Line]:
    items = [start for start, token in enumerate(part.tokens) if _opens_an_item(token)]
    lines = [_line(part.tokens[start + 1 : block_end(part.tokens, start) - 1], side) for start in items]
    if not lines:
        raise ValidationError(
            _("“%(side)s” has no sentences yet. Each begins with “- ”."),
            code="no_lines",
            params={"side": part.title},
        )
    if any(token.level == 0 and token.type not in _LISTS for token in part.tokens):
        raise ValidationError(
            _(
                "Below “%(side)s” something stands outside the list. Let each sentence begin with “- ”, and "
                "indent its reason by two spaces."
            ),
            code="outside",
            params={"side": part.title},
        )
    return lines


def _opens_an_item(token: Token) -> bool:
    return token.type == "list_item_open" and token.level == 1


def _line(tokens: tuple[Token, ...], side: str) -> Line:
    if not tokens or tokens[0].type != "paragraph_open" or not plain(tokens[1]):
        raise ValidationError(
            _("One of the sentences is empty. Please write it, or take it out."), code="empty"
        )
    said, why = plain(tokens[1]), tokens[3:]
    if not why:
        raise ValidationError(
            _(
                "“%(sentence)s” has no reason yet. Leave a line empty, then write the reason, "
                "indented by two spaces."
            ),
            code="no_reason",
            params={"sentence": said},
        )
    return Line(said, side, rendered(why))
