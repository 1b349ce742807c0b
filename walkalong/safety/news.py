"""The kinds of notice this room sends. Generic, as all are."""

from django.utils.translation import gettext_lazy as _

from walkalong.notices import kinds

REQUEST = kinds.Kind(
    name="safety.request",
    title=_("Somebody would like to talk to a person"),
    body=_("Please look at it and say that you have it."),
    email=True,
    email_subject=_("Somebody would like to talk to a person"),
    email_body=_("Somebody would like to talk to a person of the programme. Please sign in and look at it."),
    at_once=True,
)
TAKEN = kinds.Kind(
    name="safety.taken",
    title=_("A person of the programme has your message"),
    email=True,
    email_subject=_("You have something new"),
    email_body=_("You have something new."),
)


def register() -> None:
    kinds.register(REQUEST)
    kinds.register(TAKEN)
