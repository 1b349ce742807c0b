"""What people type here: a few words on a heavy day, and what they keep for one."""

from typing import Any

from django import forms
from django.conf import settings
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from walkalong.foundation.ids import uuid7
from walkalong.journey.heavy.kinds import HopeKind


class Words(forms.CharField):
    """Somebody's words as they are: the same code points in as out, after CRLF becomes LF."""

    def __init__(self, *, most: int | None = None, **kwargs: Any) -> None:
        super().__init__(strip=False, **kwargs)
        self.most = most
        self.validators = []  # Django's own word for a NUL says nothing to anybody

    def clean(self, value: Any) -> str:
        words = str(super().clean(value)).replace("\r\n", "\n")
        if "\x00" in words:
            raise forms.ValidationError(
                _("There is an invisible character (NUL) in this that cannot be kept. Please type it anew.")
            )
        if any("\ud800" <= character <= "\udfff" for character in words):
            raise forms.ValidationError(_("There is half a character in this that cannot be kept."))
        over = len(words) - (self.most or settings.MESSAGE_MAX_LENGTH)
        if over > 0:
            raise forms.ValidationError(_too_long(over))
        return words


def _too_long(over: int) -> str:
    sentence = ngettext(
        "This is %(count)d character longer than can be kept in one piece. Shorter by that much, it fits.",
        "This is %(count)d characters longer than can be kept in one piece. Shorter by that much, it fits.",
        over,
    )
    return sentence % {"count": over}


class DayForm(forms.Form):
    words = Words(
        label=_("What it is like, in your words"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 3, "dir": "auto"}),
    )


SONG_MOST = 300
NOTHING_YET = _("There is nothing here to keep yet.")


class HopeForm(forms.Form):
    """One form for each kind of thing; what is typed is always called `words`."""

    press_id = forms.UUIDField(widget=forms.HiddenInput, initial=uuid7)

    def __init__(self, *args: Any, kind: HopeKind, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.kind = kind
        if kind == HopeKind.PICTURE:
            self.fields["picture"] = forms.FileField(
                label=_("The picture"),
                allow_empty_file=True,  # an empty file is refused by name, as one that cannot be opened
                error_messages={"required": _("Please choose a picture.")},
                widget=forms.FileInput(attrs={"accept": "image/jpeg,image/png,image/webp,image/gif"}),
            )
        self.fields["words"] = _field_for(kind)


def _field_for(kind: HopeKind) -> Words:
    label, help_text, rows = _ASKED[kind]
    one_line = kind in (HopeKind.SONG, HopeKind.PICTURE)
    widget = forms.TextInput(attrs={"dir": "auto", "autocomplete": "off"})
    return Words(
        label=label,
        help_text=help_text,
        required=kind != HopeKind.PICTURE,
        most=SONG_MOST if one_line else None,
        error_messages={"required": NOTHING_YET},
        widget=widget if one_line else forms.Textarea(attrs={"rows": rows, "dir": "auto"}),
    )


_ASKED: dict[HopeKind, tuple[str | Promise, str | Promise, int]] = {
    HopeKind.WORDS: (_("The words"), "", 5),
    HopeKind.SONG: (
        _("The song"),
        _("Its name, and whose it is. It is not played or looked up anywhere."),
        1,
    ),
    HopeKind.PICTURE: (_("What is in it"), _("For when looking is too much, or cannot be."), 1),
    HopeKind.LETTER: (_("Your letter"), "", 12),
}
