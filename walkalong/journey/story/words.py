"""Taking somebody's story as it is: the same code points in as out."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from walkalong.people.errors import Refused

MOST_WORDS = 20_000  # code points in one piece
MOST_TITLE = 120
MOST_PIECES = 200


def taken(words: str) -> str:
    """The words to keep. Raises Refused for the little that cannot be kept, never for what it says."""
    if not words.strip():
        raise Refused(_("There is nothing here to keep yet."))
    if "\x00" in words or any("\ud800" <= character <= "\udfff" for character in words):
        raise Refused(_("There is an invisible character in this that cannot be kept. Please type it anew."))
    over = len(words) - MOST_WORDS
    if over > 0:
        raise Refused(str(_too_long(over)))
    return words


def _too_long(over: int) -> str:
    sentence = ngettext_lazy(
        "This is %(count)d character longer than one piece can be. The rest can go into a piece of its own.",
        "This is %(count)d characters longer than one piece can be. The rest can go into a piece of its own.",
        over,
    )
    return str(sentence % {"count": over})
