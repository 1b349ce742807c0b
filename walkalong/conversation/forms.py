"""What the two type here, beyond the message itself."""

from dataclasses import dataclass
from uuid import UUID

from django import forms
from django.core.exceptions import ValidationError
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from walkalong.conversation.errors import Refused
from walkalong.conversation.words import taken


@dataclass(frozen=True, slots=True)
class Posted:
    """A message as it was posted; an id that is none is None. Its words are checked where they are sent."""

    body: str
    alt: str
    client_id: UUID | None
    author: UUID | None
    reply_to: UUID | None
    has_bad_reply: bool


def posted(fields: QueryDict) -> Posted:
    """No Django form: this is read for every message, and a form costs more than sealing the words."""
    reply_to = fields.get("reply_to", "").strip()
    reply_id = _uuid(reply_to)
    return Posted(
        body=fields.get("body", ""),
        alt=fields.get("alt", ""),
        client_id=_uuid(fields.get("client_id", "")),
        author=_uuid(fields.get("author", "")),
        reply_to=reply_id,
        has_bad_reply=bool(reply_to) and reply_id is None,
    )


def _uuid(given: str) -> UUID | None:
    try:
        return UUID(given)
    except ValueError:
        return None


class ReportForm(forms.Form):
    words = forms.CharField(
        label=_("Anything you would like to add"),
        required=False,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 4}),
    )

    def clean_words(self) -> str:
        try:
            return taken(self.cleaned_data["words"], may_be_empty=True)
        except Refused as refused:
            raise ValidationError(str(refused.kind)) from None


class LiveChoiceForm(forms.Form):
    here_now = forms.BooleanField(
        label=_("Here now"),
        help_text=_("A small lamp while you both have the conversation open."),
        required=False,
    )
    typing = forms.BooleanField(
        label=_("Typing"),
        help_text=_("A line while one of you is writing. What is written is never shown before it is sent."),
        required=False,
    )
