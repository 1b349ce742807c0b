"""Opening a session for somebody whose way in was checked elsewhere: a link, the set-up, the demo's door."""

from allauth.account.adapter import get_adapter
from allauth.account.internal.flows.login import record_authentication
from allauth.usersessions.models import UserSession
from django.http import HttpRequest

from walkalong.people.models import Person


def open_session(request: HttpRequest, person: Person, *, how: str, vouched: bool = False) -> None:
    """Sign in, with a fresh session key; the session stands on the person's own list of sessions.

    `vouched`: for the next minutes nobody is asked for the second step, which they may have lost.
    """
    get_adapter(request).login(request, person)
    record_authentication(request, person, how, **({"reauthenticated": True} if vouched else {}))
    UserSession.objects.create_from_request(request)
