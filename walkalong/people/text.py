"""What may stand in a name or a short line: any script, nothing invisible that could mislead."""

import unicodedata

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

NAME_LENGTH = 60
# They turn the direction of the text that follows, also of text that is not theirs.
BIDI = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
# Invisible, and used to make two names look the same. (Joiners stay: scripts and emoji need them.)
ZERO_WIDTH = frozenset("\u00ad\u180e\u200b\u2060\u2061\u2062\u2063\u2064\ufeff\u3164\uffa0\u115f\u1160")
JOINERS = frozenset("\u200c\u200d\ufe0e\ufe0f")


def one_line(value: str) -> None:
    """Refuse control and direction characters and line breaks in a short line."""
    for character in value:
        if unicodedata.category(character) in {"Cc", "Cs", "Zl", "Zp"} or character in BIDI | ZERO_WIDTH:
            raise ValidationError(
                _("There is an invisible character in this. Please type it again, without copying."),
                code="invisible",
            )


def name(value: str) -> None:
    """A name others see: one line that shows at least one letter, digit or picture."""
    one_line(value)
    shown = (
        character
        for character in value
        if character not in JOINERS and unicodedata.category(character)[0] in "LNS"
    )
    if not any(shown):
        raise ValidationError(_("Please write a name that others can see."), code="unseen")


def no_null(value: str) -> None:
    if "\x00" in value:
        raise ValidationError(
            _("There is a character in this that cannot be kept (a null). Please take it out."), code="null"
        )
