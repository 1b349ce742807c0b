"""A message as one reader sees it: what `markup` draws for pages, fragments and live frames."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time
from functools import lru_cache
from html import escape
from uuid import UUID

from django.urls import reverse
from django.utils import timezone
from django.utils.formats import time_format
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

from walkalong.conversation.models import Message, Picture
from walkalong.matching.models import Match
from walkalong.people.models import Person

QUOTED = 140
_LINK = re.compile(r"https?://[^\s<>\"'`]+[^\s<>\"'`.,:;!?)\]}]")


@dataclass(frozen=True, slots=True)
class Quote:
    id: str
    seq: int
    mine: bool
    words: str
    taken_back: bool
    is_picture: bool
    url: str


@dataclass(frozen=True, slots=True)
class Bubble:
    """Everything that is shown, worked out beforehand."""

    id: str
    seq: int
    change: int
    mine: bool
    side: str  # mine, theirs; and gone once it was taken back
    taken_back: bool
    can_do: bool  # whether there is still something one can do with it
    words: SafeString
    time: str
    iso: str
    day: date
    day_iso: str
    starts_day: bool
    starts_new: bool
    quote: Quote | None
    picture: Picture | None
    url: str  # of this message's acts
    reply_url: str


@lru_cache(maxsize=1024)
def room_address(match_id: UUID) -> str:
    return reverse("conversation:room", args=[match_id])


def bubbles_for(
    reader: Person, match: Match, messages: Iterable[Message], *, read_seq: int | None = None
) -> list[Bubble]:
    """Messages in their order, as `reader` sees them in the active time zone.

    With `read_seq`, the first message of the other after it carries the line "new since you were last here".
    """
    room = room_address(match.pk)
    made: list[Bubble] = []
    day: date | None = None
    line_drawn = read_seq is None
    for message in messages:
        at = timezone.localtime(message.created_at)
        mine = message.author_id == reader.pk
        starts_new = not line_drawn and not mine and message.seq > (read_seq or 0)
        line_drawn = line_drawn or starts_new
        made.append(_bubble(message, room, mine, at, at.date() != day, starts_new, reader))
        day = at.date()
    return made


@lru_cache(maxsize=4096)
def _clock(language: str | None, hour: int, minute: int) -> str:
    """The time of day as this language writes it. A format shows no seconds, so a day has 1,440 of them."""
    return time_format(time(hour, minute), "TIME_FORMAT")


def _bubble(
    message: Message, room: str, mine: bool, at: datetime, starts_day: bool, starts_new: bool, reader: Person
) -> Bubble:
    taken_back = message.taken_back_at is not None
    day = at.date()
    return Bubble(
        id=f"m-{message.pk}",
        seq=message.seq,
        change=message.change,
        mine=mine,
        side=("mine" if mine else "theirs") + (" said--gone" if taken_back else ""),
        taken_back=taken_back,
        can_do=not taken_back or not (mine or message.is_gone),
        words=SafeString("") if taken_back else shown_words(message.body or ""),
        time=_clock(get_language(), at.hour, at.minute),
        iso=at.isoformat(timespec="seconds"),
        day=day,
        day_iso=day.isoformat(),
        starts_day=starts_day,
        starts_new=starts_new,
        quote=None if taken_back else _quote(message.reply_to, room, reader),
        picture=None if taken_back else getattr(message, "picture", None),
        url=f"{room}{message.pk}/",
        reply_url=f"{room}?reply={message.pk}#words",
    )


def _quote(original: Message | None, room: str, reader: Person) -> Quote | None:
    if original is None:
        return None
    taken_back = original.taken_back_at is not None
    return Quote(
        id=f"m-{original.pk}",
        seq=original.seq,
        mine=original.author_id == reader.pk,
        words="" if taken_back else shortened(original.body or ""),
        taken_back=taken_back,
        is_picture=not taken_back and getattr(original, "picture", None) is not None,
        url=f"{room}?at={original.seq}#m-{original.pk}",
    )


def shortened(words: str) -> str:
    """The beginning, on one line: enough to know which message is meant."""
    line = " ".join(words[: QUOTED * 2].split())
    return line if len(line) <= QUOTED else f"{line[: QUOTED - 1]}…"


def shown_words(words: str) -> SafeString:
    """The words as HTML whose text is those words, code point for code point; addresses can be followed."""
    parts: list[str] = []
    end = 0
    for link in _LINK.finditer(words):
        address = _escaped(link[0])
        parts.append(_escaped(words[end : link.start()]))
        parts.append(f'<a href="{address}" rel="noreferrer noopener nofollow" target="_blank">{address}</a>')
        end = link.end()
    parts.append(_escaped(words[end:]))
    return mark_safe("".join(parts))  # noqa: S308 - every part is escaped


def _escaped(text: str) -> str:
    # A bare carriage return is a line feed to an HTML reader unless it is spelled out.
    return escape(text).replace("\r", "&#13;")
