"""What was sent is read wholly before a page's thread is taken: a slow sender would hold one of few.

Small bodies wait in memory beside each other; only a few large ones, pictures, are read at a time, from
people who carry a session of ours, and not more than two from each.
"""

import asyncio
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from typing import Any

from walkalong.foundation.session_cookie import key_in_header

SMALL = 256_000  # bytes; the longest message, percent-encoded, fits
LARGEST = 12_500_000  # bytes; a picture as large as one may be, and the form around it
LARGE_AT_ONCE = 4
LARGE_FROM_ONE = 2
BUSY = 503
BUSY_SECONDS = 30
IDLE_SECONDS = 20.0
WHOLE_SECONDS = 300.0  # a large picture on a bad network

_large = asyncio.Semaphore(LARGE_AT_ONCE)
_large_from: Counter[str] = Counter()


class NotTaken(Exception):
    """The body is not taken: the status to answer with, or None when nobody is there to answer."""

    def __init__(self, status: int | None) -> None:
        self.status = status


async def received(scope: Any, receive: Any) -> Any:
    """A `receive` that has the whole body at hand. Raises NotTaken for one too large or too slow."""
    headers = dict(scope["headers"])
    if b"content-length" not in headers and b"transfer-encoding" not in headers:
        return receive
    if headers.get(b"content-length", b"").isdigit() and int(headers[b"content-length"]) > LARGEST:
        raise NotTaken(413)
    try:
        async with asyncio.timeout(WHOLE_SECONDS):
            body = await _whole(receive, headers)
    except TimeoutError:
        raise NotTaken(408) from None
    waiting = [{"type": "http.request", "body": body, "more_body": False}]

    async def replay() -> Any:
        return waiting.pop() if waiting else await receive()

    return replay


@asynccontextmanager
async def _turn(headers: dict[bytes, bytes]) -> AsyncIterator[None]:
    """One of the few turns for something large. Strangers have nothing large to send."""
    session = key_in_header(headers.get(b"cookie", b"").decode("latin-1"))
    if session is None:
        raise NotTaken(403)  # as to somebody signed out: the room keeps what it could not send, and says why
    if _large_from[session] >= LARGE_FROM_ONE:
        raise NotTaken(BUSY)  # the room tries again by itself
    _large_from[session] += 1
    try:
        async with _large:
            yield
    finally:
        _large_from[session] -= 1
        if not _large_from[session]:
            del _large_from[session]


async def _whole(receive: Any, headers: dict[bytes, bytes]) -> bytes:
    body = bytearray()
    async with AsyncExitStack() as turn:
        is_large = False
        while True:
            async with asyncio.timeout(IDLE_SECONDS):
                message = await receive()
            if message["type"] != "http.request":
                raise NotTaken(None)
            body += message.get("body", b"")
            if len(body) > LARGEST:
                raise NotTaken(413)
            if not message.get("more_body", False):
                return bytes(body)
            if len(body) > SMALL and not is_large:
                await turn.enter_async_context(_turn(headers))
                is_large = True


async def refuse(send: Any, status: int) -> None:
    """A page of its own, without the product: nothing of it was reached."""
    from django.template import loader

    page = loader.get_template("503.html" if status == BUSY else "400.html").render().encode()
    headers = [
        (b"content-type", b"text/html; charset=utf-8"),
        (b"content-length", str(len(page)).encode()),
        (b"cache-control", b"no-store"),
        (b"x-content-type-options", b"nosniff"),
        (b"connection", b"close"),
    ]
    if status == BUSY:
        headers.append((b"retry-after", str(BUSY_SECONDS).encode()))
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": page})
