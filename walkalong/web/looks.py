"""What the style page shows: every kind of field, and a few invented people."""

from dataclasses import dataclass
from typing import Any

from django import forms
from django.http import QueryDict

from walkalong.web import icons

NAMES = ("Maya", "Jonas", "Ravi", "Aoife", "Claire", "Sam", "Ines", "Noor")


@dataclass(frozen=True)
class Somebody:
    pk: int
    display_name: str


class EveryField(forms.Form):
    name = forms.CharField(label="What may we call you?", help_text="A first name is plenty.", max_length=60)
    email = forms.EmailField(label="E-mail")
    story = forms.CharField(
        label="Anything you would like them to know",
        widget=forms.Textarea,
        required=False,
        help_text="You can change or take this back whenever you want.",
    )
    country = forms.ChoiceField(
        label="Where are you now?", choices=[("IE", "Ireland"), ("FR", "France"), ("CA", "Canada")]
    )
    day = forms.DateField(
        label="A day that suits you", widget=forms.DateInput(attrs={"type": "date"}), required=False
    )
    way = forms.ChoiceField(
        label="How would you like to talk?",
        choices=[("text", "In writing"), ("voice", "By voice"), ("video", "With video")],
        widget=forms.RadioSelect,
    )
    hours = forms.MultipleChoiceField(
        label="When are you usually free?",
        choices=[("morning", "Mornings"), ("evening", "Evenings"), ("weekend", "Weekends")],
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    picture = forms.FileField(label="A picture", required=False)
    adult = forms.BooleanField(label="I am 18 or older", help_text="This programme is for adults.")


def context(posted: QueryDict | None) -> dict[str, Any]:
    return {
        "form": EveryField(posted),
        "people": [Somebody(number, name) for number, name in enumerate(NAMES)],
        "title": "How it looks",
        "icon_names": sorted(icons.PATHS),
    }
