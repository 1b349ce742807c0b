"""What is typed on the pages of the way. The words themselves are checked where they are kept."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from walkalong.foundation.ids import uuid7
from walkalong.journey.steps.kinds import Kind
from walkalong.journey.steps.words import taken
from walkalong.matching.models import Match
from walkalong.matching.queries import other_member
from walkalong.people.errors import Refused
from walkalong.people.models import Person

KINDS = [
    (Kind.STEP, _("A step, tiny or big")),
    (Kind.HARD, _("A hard stretch: it belongs to the way, too")),
    (Kind.MILESTONE, _("A day to remember")),
    (Kind.FROM_HERE, _("“I've got it from here”")),
]


class OwnWords(forms.CharField):
    """Words kept as they were typed; what cannot be kept is said here already, beside the field."""

    def __init__(self, *, rows: int = 4, **kwargs: Any) -> None:
        widget = forms.Textarea(attrs={"rows": rows, "dir": "auto"})
        super().__init__(strip=False, widget=widget, **kwargs)
        self.validators = []
        self.error_messages["required"] = _("There are no words here yet. A few are enough.")

    def clean(self, value: Any) -> str:
        words = str(super().clean(value))
        try:
            return taken(words, may_be_empty=not self.required)
        except Refused as refused:
            raise ValidationError(str(refused.reason)) from None


class PressForm(forms.Form):
    """Carries the id of its press, made with the page: pressed twice it is kept once."""

    press_id = forms.UUIDField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs["initial"] = {"press_id": uuid7(), **(kwargs.get("initial") or {})}
        super().__init__(*args, **kwargs)


class StepForm(PressForm):
    kind = forms.ChoiceField(label=_("What is it?"), choices=KINDS, widget=forms.RadioSelect)
    words = OwnWords(label=_("In your own words"))
    happened_on = forms.DateField(
        label=_("When was it?"),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={"invalid": _("Please choose a day.")},
    )
    share_with = forms.MultipleChoiceField(
        label=_("Who may see it?"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"invalid_choice": _("Somebody here cannot be shown anything just now.")},
    )

    def __init__(
        self,
        *args: Any,
        person: Person,
        walks: Sequence[Match],
        today: date,
        kinds: Sequence[Kind] = (Kind.STEP, Kind.HARD, Kind.MILESTONE, Kind.FROM_HERE),
        words_required: bool = True,
        **kwargs: Any,
    ) -> None:
        kwargs["initial"] = {"kind": Kind.STEP, "happened_on": today, **(kwargs.get("initial") or {})}
        super().__init__(*args, **kwargs)
        self.walks = {str(match.pk): match for match in walks}
        self.fields["happened_on"].widget.attrs["max"] = today.isoformat()
        self.fields["words"].required = words_required
        if len(kinds) > 1:
            self.fields["kind"].choices = [choice for choice in KINDS if choice[0] in kinds]  # type: ignore[attr-defined]
        else:
            del self.fields["kind"]
        if walks:
            names = [(key, other_member(match, person).display_name) for key, match in self.walks.items()]
            self.fields["share_with"].choices = names  # type: ignore[attr-defined]
            self.fields["share_with"].help_text = _("You, always. Besides you only whom you tick here.")
        else:
            del self.fields["share_with"]

    def chosen(self) -> dict[str, Any]:
        """What the services take, by name."""
        data = self.cleaned_data
        return {
            "words": data["words"],
            "happened_on": data["happened_on"],
            "share_with": [self.walks[key] for key in data.get("share_with", [])],
        }


class CelebrationForm(PressForm):
    words = OwnWords(label=_("What you would like to say"), rows=3, required=False)
    picture = forms.FileField(
        label=_("A picture"),
        required=False,
        widget=forms.FileInput(attrs={"accept": "image/jpeg,image/png,image/webp,image/gif"}),
        allow_empty_file=True,
    )
    alt = forms.CharField(
        label=_("What is in the picture? For who cannot see it"),
        required=False,
        strip=False,
        widget=forms.TextInput(attrs={"maxlength": 500, "dir": "auto"}),
        max_length=500,
    )


class NoticingForm(PressForm):
    words = OwnWords(label=_("What did you notice?"), rows=3)
