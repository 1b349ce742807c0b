"""Where somebody is signed in. Ending a session also closes its live sockets."""

from collections.abc import Iterable

from allauth.usersessions.models import UserSession

from walkalong.foundation import realtime
from walkalong.people.models import Person


def of(person: Person) -> list[UserSession]:
    return list(UserSession.objects.filter(user_id=person.pk).order_by("created_at"))


def end(session: UserSession) -> None:
    realtime.drop(session_key=session.session_key)
    session.end()  # through the session engine, so the cached copy goes too


def end_all(sessions: Iterable[UserSession]) -> int:
    ended = 0
    for session in sessions:
        end(session)
        ended += 1
    return ended
