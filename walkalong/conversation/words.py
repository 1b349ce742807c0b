"""Taking somebody's words as they are: the same code points in as out, after CRLF becomes LF."""

from django.conf import settings
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from walkalong.conversation.errors import Refused


def with_plain_newlines(typed: str) -> str:
    """What a browser sends as CRLF was typed as one line break. Nothing else changes."""
    return typed.replace("\r\n", "\n")


def taken(typed: str, *, may_be_empty: bool = False) -> str:
    """The words to keep. Raises Refused for the little that cannot be sent, never for what it says."""
    words = with_plain_newlines(typed)
    if not may_be_empty and not words.strip():
        raise Refused("empty", _("There is nothing here to send yet."))
    if "\x00" in words:
        raise Refused(
            "unsendable",
            _("There is an invisible character (NUL) in this text that cannot be sent. Please type it anew."),
        )
    if any("\ud800" <= character <= "\udfff" for character in words):
        raise Refused("unsendable", _("There is half a character in this text that cannot be sent."))
    over = len(words) - settings.MESSAGE_MAX_LENGTH
    if over > 0:
        raise Refused("too_long", _too_long(over))
    return words


def _too_long(over: int) -> str:
    sentence = ngettext_lazy(
        "This is %(count)d character longer than one message can be. "
        "Your words stay here, and can go in parts.",
        "This is %(count)d characters longer than one message can be. "
        "Your words stay here, and can go in parts.",
        over,
    )
    return str(sentence % {"count": over})
