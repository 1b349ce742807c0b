"""For tests: a hub in this process and clients that speak to it without a network.

async with serving():
    async with client(session_key) as maya:
        await maya.follow("match:…", since=0)
        frame = await maya.next(type="conversation")
"""

import asyncio
import json
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from typing import Any
from unittest import mock

from django.conf import settings

from walkalong.foundation.realtime import running
from walkalong.foundation.realtime.asgi import PATH, websocket_application
from walkalong.foundation.session_cookie import cookie_for

Frame = dict[str, Any]
PATIENCE = 5.0


@contextmanager
def recorded() -> Iterator[list[tuple[str, dict[str, Any]]]]:
    """What is sent to the hubs meanwhile, as (group, message), instead of sending it."""
    sent: list[tuple[str, dict[str, Any]]] = []
    with mock.patch.object(running, "send", lambda group, message: sent.append((group, message))):
        yield sent


@asynccontextmanager
async def serving() -> AsyncIterator[None]:
    await running.start()
    try:
        yield
    finally:
        await running.stop()


class LiveClient:
    """The other end of a live socket."""

    def __init__(self, session_key: str | None, *, origin: str, host: str, path: str) -> None:
        cookie = f"{settings.SESSION_COOKIE_NAME}={cookie_for(session_key)}" if session_key else ""
        headers = {"host": host, "origin": origin, "cookie": cookie}
        self.scope = {
            "type": "websocket",
            "path": path,
            "root_path": "",
            "headers": [(name.encode(), value.encode()) for name, value in headers.items() if value],
        }
        self.code: int | None = None
        self.accepted = False
        self.reads = asyncio.Event()  # cleared: the network takes nothing more
        self.reads.set()
        self._to_app: asyncio.Queue[dict[str, Any]] = asyncio.Queue()
        self._from_app: asyncio.Queue[Frame | None] = asyncio.Queue()
        self._to_app.put_nowait({"type": "websocket.connect"})
        self.task = asyncio.create_task(websocket_application(self.scope, self._to_app.get, self._send))

    async def _send(self, message: dict[str, Any]) -> None:
        await self.reads.wait()
        if message["type"] == "websocket.accept":
            self.accepted = True
        elif message["type"] == "websocket.close":
            self.code = message["code"]
            self._to_app.put_nowait({"type": "websocket.disconnect", "code": self.code})
            self._from_app.put_nowait(None)
        else:
            self._from_app.put_nowait(json.loads(message["text"]))

    def say(self, frame: Frame | str | bytes) -> None:
        message: dict[str, Any] = {"type": "websocket.receive"}
        if isinstance(frame, bytes):
            message["bytes"] = frame
        else:
            message["text"] = frame if isinstance(frame, str) else json.dumps(frame)
        self._to_app.put_nowait(message)

    def follow(self, topic: str, since: int | None = None) -> None:
        self.say({"topic": topic, "since": since})

    async def next(self, *, within: float = PATIENCE, **wanted: Any) -> Frame:
        """The next frame that has these values; others before it are passed over."""
        async with asyncio.timeout(within):
            while True:
                frame = await self._from_app.get()
                if frame is None:
                    raise ConnectionError(f"closed with {self.code}")
                if all(frame.get(name) == value for name, value in wanted.items()):
                    return frame

    async def closed(self) -> int:
        """Wait for the server to close; answers the code."""
        async with asyncio.timeout(PATIENCE):
            await asyncio.wait([self.task])
        return self.code or 1006

    async def frames_within(self, seconds: float) -> list[Frame]:
        await asyncio.sleep(seconds)
        frames = []
        while not self._from_app.empty():
            frame = self._from_app.get_nowait()
            if frame is not None:
                frames.append(frame)
        return frames

    async def leave(self) -> None:
        self.reads.set()
        self._to_app.put_nowait({"type": "websocket.disconnect", "code": 1001})
        await asyncio.wait([self.task], timeout=PATIENCE)


@asynccontextmanager
async def client(
    session_key: str | None, *, origin: str = "http://testserver", host: str = "testserver", path: str = PATH
) -> AsyncIterator[LiveClient]:
    one = LiveClient(session_key, origin=origin, host=host, path=path)
    try:
        yield one
    finally:
        await one.leave()
