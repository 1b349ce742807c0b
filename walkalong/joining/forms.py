"""Trying an answer, and changing the programme's words."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from walkalong.joining import shapes
from walkalong.people.text import no_null

ANSWER_AT_MOST = 2_000
WORDS_AT_MOST = 40_000


def plain_newlines(words: str) -> str:
    return words.replace("\r\n", "\n").replace("\r", "\n")


class Try(forms.Form):
    use_required_attribute = False  # sorting and trying are one form: each button is free of the other

    words = forms.CharField(
        label=_("What would you write?"),
        widget=forms.Textarea(attrs={"rows": 4, "dir": "auto", "autocomplete": "off"}),
        max_length=ANSWER_AT_MOST,
        error_messages={
            "required": _("Write a sentence or two first, just as it comes."),
            "max_length": _("This is longer than can be read here. A few sentences are plenty."),
        },
        strip=False,
        validators=[no_null],
    )

    def clean_words(self) -> str:
        words = plain_newlines(self.cleaned_data["words"])
        if not words.strip():
            raise ValidationError(self.fields["words"].error_messages["required"], code="required")
        return words


class Words(forms.Form):
    """One document as Markdown. `since` is the version it was made from."""

    words = forms.CharField(
        label=_("The words, as Markdown"),
        widget=forms.Textarea(
            attrs={"rows": 18, "dir": "auto", "spellcheck": "true", "class": "words-editor"}
        ),
        max_length=WORDS_AT_MOST,
        error_messages={
            "required": _("There are no words here yet."),
            "max_length": _("This is longer than one page can be. Could it become two?"),
        },
        strip=False,
        validators=[no_null],
    )
    since = forms.IntegerField(min_value=0, widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, kind: shapes.Kind, name: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.name, self.kind = name, kind

    def clean_words(self) -> str:
        words = plain_newlines(self.cleaned_data["words"])
        shapes.read(self.name, words)
        return words

    def clean_since(self) -> int:
        return int(self.cleaned_data["since"] or 0)

    def made_from(self, number: int) -> None:
        """Show the same words again as made from a newer version."""
        self.data = {**dict(self.data.items()), "since": str(number)}

    def remark(self, words: str) -> None:
        self.add_error("words", ValidationError(words))
