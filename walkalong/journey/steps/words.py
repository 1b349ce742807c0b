"""Taking somebody's words as they are: the same code points in as out, after CRLF becomes LF."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from walkalong.people.errors import Refused

MOST_CHARACTERS = 5_000


def taken(typed: str, *, may_be_empty: bool = False) -> str:
    """The words to keep. Raises Refused for the little that cannot be kept, never for what it says."""
    words = typed.replace("\r\n", "\n")
    if not words.strip():
        if may_be_empty:
            return ""
        raise Refused(_("There are no words here yet. A few are enough."))
    if "\x00" in words or any("\ud800" <= character <= "\udfff" for character in words):
        raise Refused(_("There is a character in this that cannot be kept. Please take it out."))
    over = len(words) - MOST_CHARACTERS
    if over > 0:
        raise Refused(_too_long(over))
    return words


def _too_long(over: int) -> str:
    sentence = ngettext(
        "This is %(count)d character longer than fits here. You could make it two.",
        "This is %(count)d characters longer than fits here. You could make it two.",
        over,
    )
    return str(sentence % {"count": over})
