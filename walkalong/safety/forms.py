"""What somebody tells a human, and how staff close it."""

from datetime import timedelta
from uuid import uuid4

from django import forms
from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from walkalong.safety import services


class TellForm(forms.Form):
    """Everything may stay empty: pressing the button is enough."""

    words = forms.CharField(
        label=_("In your own words"),
        help_text=_("You can also leave this empty. Then they know only that you would like to talk."),
        required=False,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 5, "data-typed": ""}),
    )
    answer_by = forms.DateField(
        label=_("I would like an answer by"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}),
    )
    client_id = forms.UUIDField(widget=forms.HiddenInput, initial=uuid4)

    def clean_words(self) -> str:
        words: str = self.cleaned_data["words"].replace("\r\n", "\n")
        if len(words) > settings.MESSAGE_MAX_LENGTH:
            raise forms.ValidationError(
                _("This is longer than we can keep. Please shorten it a little: %(most)s characters fit."),
                params={"most": settings.MESSAGE_MAX_LENGTH},
            )
        return words

    def clean_answer_by(self) -> object:
        day = self.cleaned_data["answer_by"]
        # a day's grace, for a clock or a zone that is a little off
        if day is not None and day < timezone.localdate() - timedelta(days=1):
            raise forms.ValidationError(_("This day is over. Please choose today or later."))
        return day


class CloseForm(forms.Form):
    reason = forms.CharField(
        label=_("Why it can be closed"),
        help_text=_("For the record: what was done, in a sentence or two."),
        max_length=2000,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    keep_until = forms.DateField(
        label=_("Keep this record until"),
        help_text=_("Then it is erased by itself. Choose an earlier day if it need not be kept so long."),
        widget=forms.DateInput(attrs={"type": "date"}),
    )

    def clean_reason(self) -> str:
        reason: str = self.cleaned_data["reason"]
        if not reason.strip():
            raise forms.ValidationError(_("Please say why, in a few words."))
        return reason

    def clean_keep_until(self) -> object:
        day = self.cleaned_data["keep_until"]
        if not timezone.localdate() <= day <= services.longest_kept():
            raise forms.ValidationError(
                _("Choose a day from today until %(latest)s."), params={"latest": services.longest_kept()}
            )
        return day
