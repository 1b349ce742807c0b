"""How allauth behaves here: nobody signs up uninvited, mail leaves by a job, secrets are sealed."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.internal.stagekit import clear_login
from allauth.core import context as allauth_context
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from allauth.usersessions.adapter import DefaultUserSessionsAdapter
from allauth.usersessions.models import UserSession
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext

from walkalong.foundation.crypto import sealing
from walkalong.foundation.crypto.datakeys import key_by_id
from walkalong.foundation.crypto.services import data_key_for
from walkalong.people import mail, queries, sessions
from walkalong.people.models import Person

UNKNOWN_ACCOUNT = "account/email/unknown_account"


class AccountAdapter(DefaultAccountAdapter):
    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def format_email_subject(self, subject: str) -> str:
        return str(subject)

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        message = self.render_mail(template_prefix, email, {"email": email, **context})
        # a stranger's request takes the same way through the queue, and ends there
        to = "" if template_prefix == UNKNOWN_ACCOUNT else email
        mail.post(to=to, subject=str(message.subject), body=str(message.body))

    def respond_user_inactive(self, request: HttpRequest, user: Any) -> HttpResponse:
        # no page of its own: it would tell that the account exists
        clear_login(request)
        return redirect("account_login")


class SecondFactorAdapter(DefaultMFAAdapter):
    """Authenticator secrets are sealed, so that a copy of the database signs nobody in."""

    SCOPE = "people:second-factor"
    PLACE = "mfa_authenticator.data"

    def encrypt(self, text: str) -> str:
        key = data_key_for(scope=self.SCOPE)
        return sealing.seal(key.cipher, key.id, text.encode(), self.PLACE)

    def decrypt(self, encrypted_text: str) -> str:
        key = key_by_id(sealing.key_id_of(encrypted_text))
        return sealing.open_sealed(key.cipher, encrypted_text, self.PLACE).decode()

    def get_totp_label(self, user: Any) -> str:
        return str(user.email)

    def generate_authenticator_name(self, user: Any, type: Authenticator.Type) -> str:
        return gettext("My device") if type == Authenticator.Type.WEBAUTHN else str(type.label)

    def _get_site_name(self) -> str:
        programme = queries.programme()
        return programme.name if programme else str(allauth_context.request.get_host())


class SessionsAdapter(DefaultUserSessionsAdapter):
    def end_sessions(self, sessions_to_end: list[UserSession]) -> None:
        for session in sessions_to_end:
            sessions.end(session)


def display(person: Person) -> str:
    return person.display_name
