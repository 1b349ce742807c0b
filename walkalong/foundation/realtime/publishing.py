"""What the rooms above call."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db import transaction

from walkalong.foundation.realtime import running
from walkalong.foundation.realtime.streams import TOPIC
from walkalong.foundation.realtime.wire import EVERYONE, group_of


@dataclass(frozen=True, slots=True)
class Told:
    """One socket's page has this change already, as the answer to its own request: it need not look again.

    `socket` is the id its `ready` frame carried, `number` the change's number in the topic.
    """

    socket: str
    person: str
    number: int


def publish(topic: str, event: dict[str, Any], *, told: Told | None = None) -> None:
    """After the commit, tell the sockets of a topic that something is new. Thread-safe; never content.

    Only the event's type travels: each socket asks its stream for the rest, as its person.
    """
    if not TOPIC.fullmatch(topic):
        raise ValueError("A topic is name:id.")
    message: dict[str, Any] = {"type": "hint", "topic": topic, "what": str(event.get("type", ""))[:40]}
    if told is not None:
        message["told"] = {"socket": told.socket, "person": told.person, "number": told.number}
    transaction.on_commit(lambda: running.send(group_of(topic), message), robust=True)


def drop(
    *, person_id: UUID | str | None = None, session_key: str | None = None, why: str = "changed"
) -> None:
    """After the commit, close the live sockets of a person or of a session, in every process.

    With "changed" the client comes back at once and gets what it may still have; where the session is
    over it is told "signed_out" then. "ended" makes it stay away.
    """
    if person_id is None and session_key is None:
        raise ValueError("drop needs a person or a session.")
    message = {
        "type": "drop",
        "person_id": None if person_id is None else str(person_id),
        "session_key": session_key,
        "why": why,
    }
    transaction.on_commit(lambda: running.send(EVERYONE, message), robust=True)
