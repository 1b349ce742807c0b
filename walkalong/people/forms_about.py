"""The forms of the page about oneself."""

from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from walkalong.people import fields
from walkalong.people.models import AboutMe, ShownTo
from walkalong.people.services import Shown


class _Shown(forms.Form):
    """Who sees it. Nobody, until it is said."""

    shown_to = forms.ChoiceField(
        label=_("While you walk with somebody, who sees this?"),
        choices=ShownTo.choices,
        initial=ShownTo.NOBODY,
        widget=forms.RadioSelect,
        error_messages={"required": _("Please choose."), "invalid_choice": _("Please choose one of these.")},
    )
    in_introduction = forms.BooleanField(
        label=_("It may also stand in an introduction to somebody I might walk with"), required=False
    )

    @property
    def shown(self) -> Shown:
        return Shown(ShownTo(self.cleaned_data["shown_to"]), bool(self.cleaned_data["in_introduction"]))


class AboutMeForm(_Shown):
    pronouns = fields.Line(
        label=_("Pronouns"), max_length=60, required=False, help_text=_("For example: they, she, he.")
    )
    languages = fields.Line(
        label=_("Languages you like to speak"),
        max_length=200,
        required=False,
        help_text=_("For example: English, Irish, some Spanish."),
    )
    interests = fields.Words(
        label=_("What you like"),
        max_length=1000,
        required=False,
        help_text=_("Music, games, walks, cooking: whatever is yours."),
    )
    field_order = ("pronouns", "languages", "interests")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("pronouns", "languages", "interests"):
            self.fields[name].widget.attrs |= {"dir": "auto", "autocomplete": "off"}

    @property
    def words(self) -> dict[str, str]:
        return {name: self.cleaned_data[name] for name in ("pronouns", "languages", "interests")}


class PictureForm(_Shown):
    picture = forms.FileField(
        label=_("Choose a picture"),
        required=False,
        widget=forms.FileInput(attrs={"accept": "image/jpeg,image/png,image/webp,image/gif"}),
        help_text=_(
            "Of you, or of anything you like. It is drawn anew, so that nothing else in the file comes along."
        ),
        error_messages={
            "empty": _("This file is empty. Please choose another one."),
            "invalid": _("This picture did not arrive. Please choose it once more."),
        },
    )
    prefix = "picture"
    field_order = ("picture",)

    def __init__(self, *args: Any, has_one: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.has_one = has_one

    def clean_picture(self) -> Any:
        upload = self.cleaned_data["picture"]
        if upload is None and not self.has_one:
            raise forms.ValidationError(_("Please choose a picture first."))
        if upload is not None and upload.size > settings.PICTURE_MAX_BYTES:
            raise forms.ValidationError(_("This picture is too large. A smaller one will go through."))
        return upload


def words_of(about: AboutMe | None) -> dict[str, Any]:
    names = ("pronouns", "languages", "interests", "shown_to", "in_introduction")
    return {name: getattr(about, name) for name in names} if about is not None else {}


def picture_of(about: AboutMe | None) -> dict[str, Any]:
    if about is None:
        return {}
    return {"shown_to": about.picture_shown_to, "in_introduction": about.picture_in_introduction}
