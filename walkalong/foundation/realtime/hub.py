"""All live sockets of this process: who follows what, and when each looks.

A hint marks its sockets; the database threads answer marked sockets in batches. While a batch is under
way further hints only mark, so a burst costs one look, and a quiet room answers at once.
"""

import asyncio
import logging
import time
from functools import partial
from typing import Any

from walkalong.foundation.realtime import looking
from walkalong.foundation.realtime.looking import Answer
from walkalong.foundation.realtime.socket import CHANGED, ELSEWHERE, RESTARTING, Socket
from walkalong.foundation.realtime.streams import Frame
from walkalong.foundation.realtime.wire import EVERYONE, Wire, group_of, make_layer
from walkalong.foundation.threads import LastingThreads

log = logging.getLogger(__name__)

DATABASE_THREADS = 2
BATCH = 32
SOCKETS_A_PERSON = 10
TICK_SECONDS = 1.0


class Hub:
    def __init__(self) -> None:
        self.loop = asyncio.get_running_loop()
        self.threads = LastingThreads(DATABASE_THREADS, name="live")
        self.wire = Wire(make_layer(), self.loop)
        self.sockets: set[Socket] = set()
        self.followers: dict[str, set[Socket]] = {}
        self._joined: set[str] = set()  # the topics this process hears
        self._joining = asyncio.Lock()
        self._marked: dict[Socket, None] = {}  # in order of marking
        self._free = DATABASE_THREADS
        self._channel = ""
        self._tasks: set[asyncio.Task[Any]] = set()

    async def start(self) -> None:
        self._spawn(self._hear_forever())
        self._spawn(self._tick_forever())
        if not await self._open_channel():
            log.warning("live hints between processes do not arrive yet")

    async def stop(self) -> None:
        for socket in list(self.sockets):
            socket.say_bye("restarting", RESTARTING)
        await asyncio.sleep(0.05)  # let the goodbyes out
        for task in list(self._tasks):
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        await self.threads.stop()
        try:
            await self.wire.layer.flush()
        except Exception as error:
            log.info("the live layer did not end well", extra={"error": type(error).__name__})

    # --- sockets come, follow, go ------------------------------------------------------------------

    def add(self, socket: Socket) -> None:
        mine = [other for other in self.sockets if other.person_id == socket.person_id]
        if len(mine) >= SOCKETS_A_PERSON:  # the oldest tab is the one most likely forgotten
            min(mine, key=lambda other: other.opened_at).say_bye("elsewhere", ELSEWHERE)
        self.sockets.add(socket)

    async def follow(self, socket: Socket, topic: str, since: int | None) -> None:
        if topic not in socket.since:
            here = self.followers.setdefault(topic, set())
            if not any(other.person_id == socket.person_id for other in here):
                socket.arriving.append(topic)
            here.add(socket)
        socket.since[topic] = since
        # hear hints first and look afterwards, or what comes in between is missed
        if topic not in self._joined:
            await self._join_or_part(topic)
        socket.news.add(topic)
        self.look([socket])

    def remove(self, socket: Socket) -> None:
        if socket not in self.sockets:
            return
        self.sockets.discard(socket)
        self._marked.pop(socket, None)
        self._let_go(socket, list(socket.since))

    def _let_go(self, socket: Socket, topics: list[str]) -> None:
        last_of_person: dict[str, str] = {}
        for topic in topics:
            here = self.followers.get(topic, set())
            here.discard(socket)
            if not any(other.person_id == socket.person_id for other in here):
                last_of_person[topic] = socket.topics.get(topic, "")
            if not here:
                self.followers.pop(topic, None)
                self._spawn(self._join_or_part(topic))
        known = {topic: stream for topic, stream in last_of_person.items() if stream}
        if known:
            self._spawn(self._leave(socket, known))

    async def _leave(self, socket: Socket, topics: looking.Topics) -> None:
        events = await self.threads.call(partial(looking.leave_all, socket.person, topics))
        for topic, event in events:
            self.tell(topic, event, socket.person_id)

    async def _join_or_part(self, topic: str) -> None:
        """Make what this process hears agree with what its sockets follow."""
        async with self._joining:
            wanted = topic in self.followers
            if wanted == (topic in self._joined) or not self._channel:
                return
            try:
                if wanted:
                    await self.wire.layer.group_add(group_of(topic), self._channel)
                    self._joined.add(topic)
                else:
                    self._joined.discard(topic)
                    await self.wire.layer.group_discard(group_of(topic), self._channel)
            except Exception as error:  # Redis away: tried again at each reconciling
                log.warning("a live topic could not be joined", extra={"error": type(error).__name__})

    # --- what is heard -----------------------------------------------------------------------------

    async def _open_channel(self) -> bool:
        try:
            channel = await self.wire.layer.new_channel()
            await self.wire.layer.group_add(EVERYONE, channel)
        except Exception as error:
            log.warning("the live layer does not answer", extra={"error": type(error).__name__})
            return False
        self._channel = channel
        return True

    async def _hear_forever(self) -> None:
        while True:
            if not self._channel:
                await asyncio.sleep(TICK_SECONDS)
                if not self._channel and not await self._open_channel():
                    await asyncio.sleep(5)
                continue
            try:
                self.hear(await self.wire.layer.receive(self._channel))
            except Exception as error:
                log.error("a live hint was not understood", extra={"error": type(error).__name__})
                await asyncio.sleep(TICK_SECONDS)

    def hear(self, message: dict[str, Any]) -> None:
        match message["type"]:
            case "hint":
                topic, told = message["topic"], message.get("told")
                here = self.followers.get(topic, set())
                behind = [each for each in here if not (told and each.was_told(topic, **told))]
                for socket in behind:
                    socket.news.add(topic)
                self.look(behind)
            case "event":
                topic, by = message["topic"], message["by"]
                others = [each for each in self.followers.get(topic, ()) if each.person_id != by]
                for socket in others:
                    if len(socket.heard) < BATCH:
                        socket.heard.append((topic, message["event"]))
                self.look(others)
            case "drop":
                for socket in list(self.sockets):
                    if (
                        message["person_id"] == socket.person_id
                        or message["session_key"] == socket.session_key
                    ):
                        socket.say_bye(message["why"], CHANGED)

    def tell(self, topic: str, event: Frame, by: str) -> None:
        """An ephemeral event to the topic's other people, in every process."""
        self.wire.send(group_of(topic), {"type": "event", "topic": topic, "event": event, "by": by})

    # --- looking -----------------------------------------------------------------------------------

    def look(self, sockets: Any) -> None:
        for socket in sockets:
            if not socket.busy and socket.closing is None:
                self._marked[socket] = None
        self._hand_out()

    def _hand_out(self) -> None:
        while self._marked and self._free:
            batch = list(self._marked)[:BATCH]
            for socket in batch:
                del self._marked[socket]
                socket.busy = True
            self._free -= 1
            asks = [socket.ask() for socket in batch]
            self.threads.call(partial(looking.answer_all, asks)).add_done_callback(
                partial(self._answered, batch)
            )

    def _answered(self, batch: list[Socket], future: "asyncio.Future[list[Answer]]") -> None:
        self._free += 1
        error = None if future.cancelled() else future.exception()
        answers = [] if error or future.cancelled() else future.result()
        for socket in batch:
            socket.busy = False
        if error is not None:
            log.error("a live look failed", extra={"error": type(error).__name__})
        for socket, answer in zip(batch, answers, strict=False):
            if socket in self.sockets:
                self._give(socket, answer)
        self.look([socket for socket in batch if socket in self.sockets and socket.wants_to_look])

    def _give(self, socket: Socket, answer: Answer) -> None:
        if answer.ended:  # it may have a newer session: it comes back once and is told then
            socket.say_bye("changed", CHANGED)
            return
        followed = set(socket.since)
        socket.take(answer)
        gone = followed - socket.since.keys()
        if gone:
            self._let_go(socket, list(gone))
        for topic, event in answer.to_tell:
            self.tell(topic, event, socket.person_id)

    async def _tick_forever(self) -> None:
        """Each half minute every socket looks wholly: session, person, topics and news."""
        while True:
            await asyncio.sleep(TICK_SECONDS)
            now = time.monotonic()
            due = [socket for socket in self.sockets if socket.reconcile_at <= now]
            for socket in due:
                socket.reconcile_later()
                socket.wholly = True
                socket.news.update(socket.since)
                for topic in socket.since.keys() - self._joined:
                    await self._join_or_part(topic)
            self.look(due)

    def _spawn(self, work: Any) -> None:
        task = self.loop.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
