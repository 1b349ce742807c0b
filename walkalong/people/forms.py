"""The forms of this room. Each cleaned form holds what its service takes, by name."""

from typing import Any

from allauth.account.forms import RequestLoginCodeForm
from allauth.mfa.webauthn.forms import AddWebAuthnForm
from django import forms
from django.conf import settings
from django.core.validators import URLValidator
from django.utils.translation import gettext_lazy as _

from walkalong.people import fields
from walkalong.people.models import MadeSure, Role


class AskForCode(RequestLoginCodeForm):
    """Signing in: who is asking."""

    email = fields.Address(label=_("Your e-mail address"))


class Passkey(AddWebAuthnForm):
    """A new passkey; as a rule it opens the account by itself."""

    name = fields.Line(label=_("What to call it"), max_length=60, required=False)
    passwordless = forms.BooleanField(
        label=_("Sign in with it alone, without a code"),
        required=False,
        initial=True,
        help_text=_(
            "Your device then asks for your finger, face or PIN. Older security keys cannot do that."
        ),
    )


class Welcome(forms.Form):
    """Accepting an invitation."""

    display_name = fields.Name()
    country = fields.Country(help_text=_("So that the help card shows numbers you can dial."))
    time_zone = fields.TimeZone(help_text=_("So that days and times are yours."))


class Profile(Welcome):
    language = forms.ChoiceField(label=_("Language"), choices=settings.LANGUAGES)
    discreet = forms.BooleanField(
        label=_("Call the app “Notes”, with a plain icon"),
        required=False,
        help_text=_("For a shared screen or phone. Nothing else changes."),
    )


class ProgrammeFacts(forms.Form):
    name = fields.Line(label=_("What is your programme called?"), max_length=80)
    country = fields.Country(label=_("In which country is it at home?"))
    time_zone = fields.TimeZone(label=_("Its time zone"))
    contact = fields.Line(
        label=_("How do people reach you?"),
        max_length=200,
        help_text=_("A phone number or an e-mail address. The help card shows it."),
    )
    opening_hours = fields.Line(
        label=_("When is somebody there?"),
        max_length=200,
        help_text=_("In plain words, for example: Monday to Friday, 9 to 17."),
    )


class Setup(ProgrammeFacts):
    staff_name = fields.Name(label=_("Your own name, as others see it"))
    staff_email = fields.Address(label=_("Your e-mail address, to sign in with"))


class AboutProgramme(ProgrammeFacts):
    exit_url = forms.URLField(
        label=_("Where does “Leave” lead?"),
        max_length=200,
        assume_scheme="https",
        validators=[URLValidator(schemes=["https"])],
        help_text=_("A neutral page anybody might read, beginning with https://"),
        error_messages={
            "required": _("Please write something here."),
            "invalid": _("This does not look like an address that begins with https:// yet."),
        },
    )


class Invite(forms.Form):
    display_name = fields.Name(label=_("Their name"), help_text=_("They can change it."))
    email = fields.Address(label=_("Their e-mail address"))
    roles = forms.MultipleChoiceField(
        label=_("What will they be here?"),
        choices=Role.choices,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Please choose what they will be here.")},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("display_name", "email"):
            self.fields[name].widget.attrs["autocomplete"] = "off"

    def clean_roles(self) -> list[Role]:
        return [Role(role) for role in self.cleaned_data["roles"]]


class ChangeAddress(forms.Form):
    email = fields.Address(label=_("The new e-mail address"))


class LostSecondStep(forms.Form):
    made_sure = forms.ChoiceField(
        label=_("How did you make sure it is really them?"),
        choices=MadeSure.choices,
        widget=forms.RadioSelect,
        help_text=_("This is kept in the record, and they can read it."),
        error_messages={"required": _("Please choose one. If none is true yet, speak with them first.")},
    )


class RoleChoice(forms.Form):
    role = forms.ChoiceField(choices=Role.choices)


class SealedFactsForm(forms.Form):
    where_now = fields.Words(
        label=_("Where I am now"),
        required=False,
        max_length=500,
        help_text=_("An address, or what somebody would need to find you."),
    )
    contact_name = fields.Line(label=_("Somebody to call for me"), required=False, max_length=120)
    contact_phone = fields.Line(label=_("Their phone number"), required=False, max_length=40)
    contact_relation = fields.Line(
        label=_("Who they are to me"),
        required=False,
        max_length=120,
        help_text=_("For example: my sister, she knows about this."),
    )


class Search(forms.Form):
    """The list of people. Bad input narrows nothing and breaks nothing."""

    q = fields.Line(label=_("Name"), required=False, max_length=60)
    role = forms.ChoiceField(label=_("Role"), required=False, choices=[("", _("Any")), *Role.choices])
    state = forms.ChoiceField(
        label=_("Account"),
        required=False,
        choices=[("", _("Open")), ("closed", _("Closed")), ("all", _("Both"))],
    )


def people_found_by(form: Search) -> dict[str, str]:
    form.is_valid()
    return {name: form.cleaned_data.get(name, "") for name in ("q", "role", "state")}
