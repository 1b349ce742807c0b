"""A message as HTML: the one look of it, for pages, fragments and live frames alike.

Plain Python and not a template because it is drawn for every message, twice when two people are here:
the template took ten times as long and most of the time of sending (benchmarks/chat).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from html import escape

from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from walkalong.conversation.bubbles import Bubble
from walkalong.people.models import Person
from walkalong.web.templatetags.web import day_label, icon


@dataclass(frozen=True, slots=True)
class Phrases:
    """What is the same for every message of a page: escaped, in one language, about one other person."""

    you: str
    they: str
    you_took_back: str
    they_took_back: str
    answering: str
    taken_back: str
    a_picture: str
    your_picture: str
    their_picture: str
    new: str
    menu: str
    reply: str
    take_back: str
    report: str


def drawn(bubbles: Iterable[Bubble], other: Person) -> SafeString:
    """The bubbles in their order, in the active language. Every part that somebody typed is escaped."""
    phrases = _phrases(get_language(), other.display_name)
    return mark_safe("".join(_drawn(bubble, phrases) for bubble in bubbles))  # noqa: S308


def _drawn(bubble: Bubble, say: Phrases) -> str:
    return (
        f"{_day(bubble) if bubble.starts_day else ''}{say.new if bubble.starts_new else ''}"
        f'<li class="said said--{bubble.side}" id="{bubble.id}" data-seq="{bubble.seq}"'
        f' data-change="{bubble.change}" data-day="{bubble.day_iso}" tabindex="-1">\n'
        f'<div class="said__bubble"><span class="visually-hidden">'
        f"{say.you if bubble.mine else say.they}</span>\n"
        f"{_gone(bubble, say) if bubble.taken_back else _said(bubble, say)}</div>\n"
        f'<div class="said__foot"><time datetime="{bubble.iso}">{escape(bubble.time)}</time>'
        f"{_menu(bubble, say) if bubble.can_do else ''}</div>\n</li>\n"
    )


def _day(bubble: Bubble) -> str:
    return f'<li class="day" data-day="{bubble.day_iso}"><span>{escape(day_label(bubble.day))}</span></li>\n'


def _gone(bubble: Bubble, say: Phrases) -> str:
    return f'<p class="said__gone">{say.you_took_back if bubble.mine else say.they_took_back}</p>\n'


def _said(bubble: Bubble, say: Phrases) -> str:
    words = f'<p class="said__words" dir="auto">{bubble.words}</p>\n' if bubble.words else ""
    return _quoted(bubble, say) + _picture(bubble, say) + words


def _quoted(bubble: Bubble, say: Phrases) -> str:
    quote = bubble.quote
    if quote is None:
        return ""
    words = say.taken_back if quote.taken_back else escape(quote.words) or say.a_picture
    return (
        f'<a class="said__quote" href="{quote.url}" data-jump="{quote.id}" data-jump-seq="{quote.seq}">'
        f'<span class="visually-hidden">{say.answering}</span> <span dir="auto">{words}</span></a>\n'
    )


def _picture(bubble: Bubble, say: Phrases) -> str:
    picture = bubble.picture
    if picture is None:
        return ""
    alt = escape(picture.alt) or (say.your_picture if bubble.mine else say.their_picture)
    return (
        f'<a class="said__picture" href="{bubble.url}picture/"><img src="{bubble.url}picture/"'
        f' width="{picture.width}" height="{picture.height}" alt="{alt}"'
        ' loading="lazy" decoding="async"></a>\n'
    )


def _menu(bubble: Bubble, say: Phrases) -> str:
    reply = "" if bubble.taken_back else f'<a href="{bubble.reply_url}" data-reply>{say.reply}</a>'
    own = f'<a href="{bubble.url}take-back/" data-take-back>{say.take_back}</a>'
    theirs = f'<a href="{bubble.url}report/">{say.report}</a>'
    return (
        f'<details class="said__more"><summary>{say.menu}</summary>'
        f'<div class="said__acts">{reply}{own if bubble.mine else theirs}</div></details>'
    )


@lru_cache(maxsize=512)
def _phrases(language: str | None, name: str) -> Phrases:
    hidden = f'<span class="visually-hidden">{escape(_("What you can do with this message"))}</span>'
    return Phrases(
        you=escape(_("You:")),
        they=escape(f"{name}:"),
        you_took_back=escape(_("You took this back.")),
        they_took_back=escape(_("%(name)s took this back.") % {"name": name}),
        answering=escape(_("Answering:")),
        taken_back=escape(_("A message that was taken back")),
        a_picture=escape(_("A picture")),
        your_picture=escape(_("A picture from you")),
        their_picture=escape(_("A picture from %(name)s") % {"name": name}),
        new=f'<li class="since" id="new"><span>{escape(_("New since you were last here"))}</span></li>\n',
        menu=hidden + icon("more"),
        reply=icon("reply") + escape(_("Answer this")),
        take_back=icon("undo") + escape(_("Take it back")),
        report=icon("heart") + escape(_("Show it to a person")),
    )
