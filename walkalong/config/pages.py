"""Pages under ASGI: Django's WSGI handler in a few lasting threads, one hop there and one back.

A thread is taken only once the whole request is here (`bodies` sees to its size and its patience) and is
given back before the answer leaves, so that slow networks cost no thread (docs/decisions/0002).
"""

from collections.abc import Callable, Iterable
from functools import partial
from io import BytesIO
from typing import Any

from a2wsgi.wsgi import build_environ

from walkalong.foundation.threads import LastingThreads


class PagesInThreads:
    def __init__(self, application: Callable[..., Iterable[bytes]], *, threads: int) -> None:
        self.application = application
        self.threads = LastingThreads(threads, name="page")

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        body = BytesIO()
        more = True
        while more:
            message = await receive()
            if message["type"] == "http.disconnect":
                return
            body.write(message.get("body", b""))
            more = message.get("more_body", False)
        body.seek(0)
        await _answer(send, *await self.threads.call(partial(self._page, scope, body)))

    def _page(self, scope: Any, body: BytesIO) -> tuple[int, list[tuple[bytes, bytes]], list[bytes]]:
        """In a page's thread: the whole answer as (status, headers, chunks)."""
        status, headers = 500, []

        def start_response(line: str, given: list[tuple[str, str]], exc_info: Any = None) -> Any:
            nonlocal status, headers
            status = int(line.split(" ", 1)[0])
            headers = [(name.lower().encode("latin-1"), value.encode("latin-1")) for name, value in given]

        environ = build_environ(scope, body)  # type: ignore[arg-type]
        chunks = self.application(environ, start_response)
        try:
            return status, headers, list(chunks)
        finally:
            close = getattr(chunks, "close", None)
            if close is not None:
                close()


async def _answer(send: Any, status: int, headers: list[tuple[bytes, bytes]], chunks: list[bytes]) -> None:
    await send({"type": "http.response.start", "status": status, "headers": headers})
    for chunk in chunks[:-1]:
        await send({"type": "http.response.body", "body": chunk, "more_body": True})
    await send({"type": "http.response.body", "body": chunks[-1] if chunks else b""})
