"""A few words between an ambassador and one side, if they like."""

from django import forms
from django.utils.translation import gettext_lazy as _

from walkalong.care.models import Answer

WORDS_AT_MOST = 2000


class AskForm(forms.Form):
    words = forms.CharField(
        label=_("A few words of your own"),
        help_text=_("Only this person reads them. They are not in the e-mail."),
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=WORDS_AT_MOST,
        required=False,
        strip=False,
    )


class AnswerForm(forms.Form):
    answer = forms.ChoiceField(label=_("How is it?"), choices=Answer.choices, widget=forms.RadioSelect)
    words = forms.CharField(
        label=_("Anything you want to add"),
        help_text=_(
            "For instance when, and how, you would like to be reached. Only your ambassador reads it."
        ),
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=WORDS_AT_MOST,
        required=False,
        strip=False,
    )
