"""What allauth does by itself is written down here, and followed by what our rules ask."""

from typing import Any

from allauth.account.internal.flows.login import record_authentication
from allauth.account.signals import email_changed
from allauth.mfa.models import Authenticator
from allauth.mfa.signals import authenticator_added, authenticator_removed
from django.contrib.auth.signals import user_logged_out
from django.db.models.signals import post_delete, post_save
from django.http import HttpRequest

from walkalong.foundation import realtime
from walkalong.foundation.audit.services import record
from walkalong.people import queries, second_factor, services
from walkalong.people.models import Person, Programme


def on_second_factor_added(
    *, request: HttpRequest, user: Person, authenticator: Authenticator, **_kwargs: Any
) -> None:
    if authenticator.type not in second_factor.COUNTED:
        return
    _record("people.second_factor_set_up", user)
    # it was used this moment, so the recovery codes that come next need no second asking
    record_authentication(
        request, user, "mfa", id=authenticator.pk, type=authenticator.type, reauthenticated=True
    )
    if Authenticator.objects.filter(user=user, type__in=second_factor.COUNTED).count() == 1:
        # sessions opened without a second factor do not outlive the first one
        services.end_other_sessions(by=user, keep=request.session.session_key)


def on_second_factor_removed(*, user: Person, authenticator: Authenticator, **_kwargs: Any) -> None:
    if authenticator.type in second_factor.COUNTED:
        _record("people.second_factor_removed", user)


def on_email_changed(*, user: Person, **_kwargs: Any) -> None:
    _record("people.email_changed", user)


def on_programme_changed(**_kwargs: Any) -> None:
    queries.forget_programme()


def on_signed_out(*, request: HttpRequest, **_kwargs: Any) -> None:
    """Their live sockets close with the session, not at the next look."""
    if request.session.session_key:
        realtime.drop(session_key=request.session.session_key)


def connect() -> None:
    authenticator_added.connect(on_second_factor_added)
    authenticator_removed.connect(on_second_factor_removed)
    email_changed.connect(on_email_changed)
    user_logged_out.connect(on_signed_out)
    post_save.connect(on_programme_changed, sender=Programme)
    post_delete.connect(on_programme_changed, sender=Programme)


def _record(verb: str, person: Person) -> None:
    record(verb=verb, actor=str(person.pseudonym), about=str(person.pseudonym))
