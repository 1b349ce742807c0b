"""The mails of this room: plain, short, and nothing in them that anybody wrote."""

from django.conf import settings
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext as _

from walkalong.people import mail, queries
from walkalong.people.models import Invitation


def link_to(token: str) -> str:
    return settings.SITE_URL + reverse("people:accept_invitation", args=[token])


def invitation(*, invitation: Invitation, token: str) -> None:
    """The link goes by mail only where mail is set up; staff can always copy it."""
    if not settings.MAIL_CONFIGURED:
        return
    programme = queries.programme()
    _send(
        "invitation",
        to=invitation.email,
        subject=_("An invitation for you"),
        invitation=invitation,
        programme=programme,
        link=link_to(token),
    )


def address_changed(*, to: str) -> None:
    _send("address_changed", to=to, subject=_("Your e-mail address was changed"))


def second_factor_removed(*, to: str) -> None:
    _send("second_factor_removed", to=to, subject=_("Your second step at sign-in was removed"))


def _send(name: str, *, to: str, subject: str, **context: object) -> None:
    context |= {"programme": queries.programme(), "site_url": settings.SITE_URL}
    mail.post(to=to, subject=subject, body=render_to_string(f"people/letters/{name}.txt", context))
