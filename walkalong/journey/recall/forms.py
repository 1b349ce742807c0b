"""Two yeses, and a moment in one's own words."""

from django import forms
from django.utils.translation import gettext_lazy as _

from walkalong.journey.heavy.forms import Words


class ChoiceForm(forms.Form):
    for_me = forms.BooleanField(
        required=False,
        label=_("Bring my past steps back to me"),
        help_text=_("On a heavy day that you put words to, and here, when you ask."),
    )
    for_other = forms.BooleanField(
        required=False,
        label=_("And to whom I walk with, while they write to me"),
        help_text=_("Only steps that you show them anyway. Never a private one."),
    )


class MomentForm(forms.Form):
    moment = Words(
        label=_("What is it like just now?"),
        widget=forms.Textarea(attrs={"rows": 3, "dir": "auto"}),
        error_messages={"required": _("A few words are enough to look by.")},
    )
