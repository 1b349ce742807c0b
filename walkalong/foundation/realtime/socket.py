"""One live socket, as the hub knows it. Everything here happens in the loop's thread."""

import asyncio
import json
import logging
import random
import secrets
import time
from collections import deque
from collections.abc import Awaitable, Callable
from typing import Any

from walkalong.foundation.realtime.looking import Answer, Ask, Topics
from walkalong.foundation.realtime.streams import Frame

log = logging.getLogger(__name__)

RECONCILE_SECONDS = 30.0
AFTER_TROUBLE_SECONDS = 5.0
SLOW_SECONDS = 20.0
MOST_WAITING_FRAMES = 1_000
MOST_WAITING_CHARACTERS = 4_000_000

# close codes of our own (4000-4999); live.js goes by the bye frame, these are for other clients
SIGNED_OUT, CHANGED, ELSEWHERE, TOO_MUCH = 4401, 4409, 4410, 4429
TRY_AGAIN, RESTARTING = 1013, 1012


class Socket:
    def __init__(
        self, *, person: Any, session_key: str, topics: Topics, send: Callable[[Any], Awaitable[None]]
    ):
        self.person = person
        self.session_key = session_key
        self.topics = topics
        self.task = asyncio.current_task()
        self.id = secrets.token_urlsafe(16)  # known to its own page alone
        self.opened_at = time.monotonic()
        self.since: dict[str, int | None] = {}  # the topics followed, and what the client knows of each
        self.news: set[str] = set()
        self.arriving: list[str] = []
        self.said: list[tuple[str, Frame]] = []
        self.heard: list[tuple[str, Frame]] = []
        self.wholly = False
        self.busy = False
        self.closing: int | None = None
        self.reconcile_at: float = 0.0
        self._send = send
        self._waiting: deque[str] = deque()
        self._waiting_characters = 0
        self._writer: asyncio.Task[None] | None = None
        self.reconcile_later()

    @property
    def person_id(self) -> str:
        return str(self.person.pk)

    # --- what it wants to know ---------------------------------------------------------------------

    @property
    def wants_to_look(self) -> bool:
        return bool(self.news or self.arriving or self.said or self.heard or self.wholly)

    def was_told(self, topic: str, *, socket: str, person: str, number: int) -> bool:
        """Its own page was answered this very change: it goes on from there, if nothing before is missing."""
        if (socket, person) != (self.id, self.person_id) or self.busy or topic in self.news:
            return False
        if self.since.get(topic) != number - 1:
            return False
        self.since[topic] = number
        return True

    def ask(self) -> Ask:
        ask = Ask(
            session_key=self.session_key,
            person=self.person,
            topics=self.topics,
            since={topic: self.since[topic] for topic in self.news if topic in self.since},
            arriving=self.arriving,
            said=self.said,
            heard=self.heard,
            wholly=self.wholly,
        )
        self.news, self.arriving, self.said, self.heard, self.wholly = set(), [], [], [], False
        return ask

    def take(self, answer: Answer) -> None:
        self.person = answer.person
        if answer.topics is not None:
            if answer.topics.keys() != self.topics.keys():
                self.say_ready(sorted(answer.topics))
            self.topics = answer.topics
        for topic in answer.lost:
            self.since.pop(topic, None)
            self.topics = {known: name for known, name in self.topics.items() if known != topic}
            self.say({"type": "gone", "topic": topic})
        for topic, cursor in answer.cursors.items():
            if topic in self.since:
                self.since[topic] = cursor
        if answer.frames:
            self.write(answer.frames)
        self.news |= answer.more & self.since.keys()
        if answer.trouble:
            self.reconcile_at = min(self.reconcile_at, time.monotonic() + AFTER_TROUBLE_SECONDS)

    def reconcile_later(self) -> None:
        """Spread, so that a thousand sockets that opened together do not all look together."""
        self.reconcile_at = time.monotonic() + RECONCILE_SECONDS * random.uniform(0.8, 1.2)  # noqa: S311

    # --- what it says ------------------------------------------------------------------------------

    def say_ready(self, topics: list[str]) -> None:
        self.say({"type": "ready", "socket": self.id, "topics": topics})

    def say(self, frame: Frame) -> None:
        self.write([json.dumps(frame, ensure_ascii=False, separators=(",", ":"))])

    def write(self, texts: list[str]) -> None:
        if self.closing is not None:
            return
        self._waiting.extend(texts)
        self._waiting_characters += sum(map(len, texts))
        if len(self._waiting) > MOST_WAITING_FRAMES or self._waiting_characters > MOST_WAITING_CHARACTERS:
            self.give_up()
        elif self._writer is None:
            self._writer = asyncio.get_running_loop().create_task(self._write())

    def say_bye(self, why: str, code: int) -> None:
        """Say why, and close behind what is already on its way."""
        if self.closing is None:
            self.say({"type": "bye", "why": why})
            self.closing = self.closing or code

    def give_up(self) -> None:
        """It reads too slowly: let go of what waits; it comes back and catches up."""
        self._waiting.clear()
        self.closing = TRY_AGAIN
        log.info("a live socket was too slow")
        if self._writer is not None:
            self._writer.cancel()
        self._writer = asyncio.get_running_loop().create_task(self._close())

    async def _write(self) -> None:
        try:
            async with asyncio.timeout(SLOW_SECONDS):
                while self._waiting:
                    text = self._waiting.popleft()
                    self._waiting_characters -= len(text)
                    await self._send({"type": "websocket.send", "text": text})
        except TimeoutError:
            self.give_up()
            return
        except Exception:  # the other end is gone; the receiving side hears of it too
            self.closing = self.closing or TRY_AGAIN
        self._writer = None
        if self.closing is not None:
            await self._close()

    async def _close(self) -> None:
        """Close; and if even that cannot be sent, end the task, which cuts the connection."""
        try:
            async with asyncio.timeout(2):
                await self._send({"type": "websocket.close", "code": self.closing or TRY_AGAIN})
        except Exception:
            log.info("a live socket was cut")
        if self.task is not None:
            self.task.cancel()
