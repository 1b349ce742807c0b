"""What a teller types, and the choice of who sees it: one question for each walk, with names in it."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django import forms
from django.core.exceptions import ValidationError
from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext_lazy as _

from walkalong.journey.story.models import StoryPiece
from walkalong.journey.story.words import MOST_TITLE, MOST_WORDS, taken
from walkalong.matching.models import Match
from walkalong.matching.queries import other_member
from walkalong.people import fields
from walkalong.people.errors import Refused
from walkalong.people.models import Person, ShownTo


class StoryWords(fields.Words):
    """As many words as a piece may hold; what is too long comes back whole, with how much it is over."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(max_length=MOST_WORDS, rows=10, **kwargs)
        self.validators = []  # `taken` says it with the number of characters
        self.widget.attrs.pop("maxlength", None)  # a browser would cut off what is pasted, silently

    def clean(self, value: Any) -> str:
        try:
            return taken(str(super().clean(value)))
        except Refused as refused:
            raise ValidationError(str(refused.reason)) from None


class PieceForm(forms.Form):
    title = fields.Line(label=_("A title"), max_length=MOST_TITLE, required=False)
    words = StoryWords(label=_("In your own words"))
    in_introduction = forms.BooleanField(
        label=_("It may also stand in an introduction to somebody I might walk with"), required=False
    )
    press_id = forms.UUIDField(widget=forms.HiddenInput)
    as_of = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, teller: Person, matches: list[Match], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.matches = matches
        self.fields["title"].widget.attrs["dir"] = self.fields["words"].widget.attrs["dir"] = "auto"
        for match in matches:
            self.fields[_name(match.pk)] = _who_sees(match, other_member(match, teller))
        self.order_fields(["title", "words", *(_name(match.pk) for match in matches), "in_introduction"])

    @property
    def showing(self) -> dict[UUID, ShownTo]:
        """By match, as it was chosen."""
        chosen = {match.pk: self.cleaned_data.get(_name(match.pk)) for match in self.matches}
        return {match_id: ShownTo(to) for match_id, to in chosen.items() if to}

    @property
    def as_of_moment(self) -> datetime | None:
        """When the words on the page had last been changed."""
        return parse_datetime(self.cleaned_data.get("as_of", ""))


def initial_of(piece: StoryPiece) -> dict[str, Any]:
    """The form's values for a piece as it stands; `shown_now` was fetched along."""
    return {
        "title": piece.title,
        "words": piece.words,
        "in_introduction": piece.in_introduction,
        "press_id": piece.press_id,
        "as_of": piece.changed_at.isoformat(),
        **{
            _name(shown.match_id): ShownTo.AMBASSADOR if shown.with_ambassador else ShownTo.OTHER
            for shown in piece.shown_now  # type: ignore[attr-defined]
        },
    }


def _name(match_id: UUID) -> str:
    return f"shown_{match_id.hex}"


def _who_sees(match: Match, other: Person) -> forms.ChoiceField:
    name = {"name": other.display_name}
    choices = [(ShownTo.NOBODY.value, _("Nobody but me")), (ShownTo.OTHER.value, other.display_name)]
    if match.ambassador is not None:
        both = {**name, "ambassador": match.ambassador.display_name}
        choices.append(
            (
                ShownTo.AMBASSADOR.value,
                _("%(name)s, and %(ambassador)s who looks after the two of you") % both,
            )
        )
    return forms.ChoiceField(
        label=_("While you walk with %(name)s, who sees this?") % name,
        choices=choices,
        initial=ShownTo.NOBODY,
        widget=forms.RadioSelect,
        error_messages={"required": _("Please choose."), "invalid_choice": _("Please choose one of these.")},
    )
