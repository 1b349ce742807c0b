"""A stream of plain notes, and people with sessions to follow it."""

import threading
from collections import defaultdict
from collections.abc import Awaitable, Callable, Iterator
from importlib import import_module
from typing import Any

import pytest
from asgiref.sync import sync_to_async
from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.db import connections

from tests.factories import make_person
from walkalong.foundation.realtime import CatchUp, NotAllowed, streams

TOPIC = "note:1"


class Notes:
    """Kept in memory, so that a test sees what the sockets do and not what a room does."""

    name = "notes"

    def __init__(self) -> None:
        self.written: dict[str, list[str]] = defaultdict(list)
        self.members: dict[str, set[Any]] = defaultdict(set)
        self.looks: list[tuple[Any, str, int | None]] = []
        self.came: list[tuple[str, Any]] = []
        self.portion = 1000
        self.pause = threading.Event()
        self.pause.set()
        self.broken = False

    def topics(self, person: Any) -> list[str]:
        return [topic for topic, members in self.members.items() if person.pk in members]

    def catch_up(self, person: Any, topic: str, since: int | None) -> CatchUp:
        self.pause.wait(5)
        self.looks.append((person.pk, topic, since))
        if self.broken:
            raise RuntimeError("secret words")
        if person.pk not in self.members[topic]:
            raise NotAllowed
        start = len(self.written[topic]) if since is None else since
        new = self.written[topic][start : start + self.portion]
        end = start + len(new)
        frames = [{"type": "note", "n": start + i + 1, "text": text} for i, text in enumerate(new)]
        return CatchUp(frames=frames, cursor=end, more=end < len(self.written[topic]))

    def from_client(self, person: Any, topic: str, frame: dict[str, Any]) -> dict[str, Any] | None:
        if person.pk not in self.members[topic]:
            raise NotAllowed
        return {"type": "typing"} if frame["type"] == "typing" else None

    def may_receive(self, person: Any, topic: str, event: dict[str, Any]) -> bool:
        return person.pk in self.members[topic] and person.display_name != "Deaf"

    def joined(self, person: Any, topic: str) -> None:
        self.came.append(("joined", person.pk))

    def left(self, person: Any, topic: str) -> dict[str, Any]:
        self.came.append(("left", person.pk))
        return {"type": "away"}


def in_page_thread(function: Callable[..., Any]) -> Callable[..., Awaitable[Any]]:
    """Call it in a thread of its own, which leaves no connection behind."""

    def run(*args: Any, **kwargs: Any) -> Any:
        try:
            return function(*args, **kwargs)
        finally:
            connections.close_all()

    return sync_to_async(run, thread_sensitive=False)


@pytest.fixture
def notes(monkeypatch: pytest.MonkeyPatch) -> Iterator[Notes]:
    stream = Notes()
    monkeypatch.setattr(streams, "registered", {"notes": stream})
    yield stream
    stream.pause.set()


def session_for(person: Any) -> str:
    """A session row as signing in makes it."""
    session = import_module(settings.SESSION_ENGINE).SessionStore()
    session[SESSION_KEY] = str(person.pk)
    session[BACKEND_SESSION_KEY] = "walkalong.people.backend.PersonBackend"
    session[HASH_SESSION_KEY] = person.get_session_auth_hash()
    session.create()
    return str(session.session_key)


@pytest.fixture
def pair(transactional_db: None, notes: Notes) -> tuple[Any, str, Any, str]:
    """Maya and Jonas, each with a session, both following note:1."""
    maya, jonas = make_person("Maya"), make_person("Jonas")
    notes.members[TOPIC] = {maya.pk, jonas.pk}
    return maya, session_for(maya), jonas, session_for(jonas)
