"""A few lasting threads with database connections, for a loop that must not wait."""

import asyncio
import queue
import threading
from collections import deque
from collections.abc import Callable
from typing import Any, TypeVar

from walkalong.foundation.database import close_connections, keep_connections

T = TypeVar("T")
Work = tuple[Callable[[], Any], "asyncio.Future[Any]"]
Place = queue.SimpleQueue[Work | None]


class LastingThreads:
    """Whoever was busy last is asked first: its database pages and the processor's caches are still warm.

    Threads begin when they are needed. What finds all of them busy waits in the order it came.
    """

    def __init__(self, most: int, *, name: str) -> None:
        self._most = most
        self._name = name
        self._lock = threading.Lock()
        self._threads: list[threading.Thread] = []
        self._free: list[Place] = []
        self._waiting: deque[Work] = deque()
        self._ending = False

    def call(self, function: Callable[[], T]) -> "asyncio.Future[T]":
        """From a running loop. What `function` returns or raises arrives in the future, on that loop."""
        future: asyncio.Future[T] = asyncio.get_running_loop().create_future()
        work = (function, future)
        with self._lock:
            if self._free:
                self._free.pop().put(work)
            elif len(self._threads) < self._most:
                self._begin(work)
            else:
                self._waiting.append(work)
        return future

    async def stop(self) -> None:
        """What was asked before is done first; then the connections are closed."""
        with self._lock:
            self._ending = True
            while self._free:
                self._free.pop().put(None)
        for thread in self._threads:
            await asyncio.to_thread(thread.join, 10)

    def _begin(self, work: Work) -> None:
        name = f"{self._name}-{len(self._threads)}"
        thread = threading.Thread(target=self._work, args=(work,), name=name, daemon=True)
        self._threads.append(thread)
        thread.start()

    def _work(self, work: Work | None) -> None:
        place: Place = queue.SimpleQueue()
        try:
            while work is not None:
                _do(*work)
                work = self._next(place)
        finally:
            close_connections()

    def _next(self, place: Place) -> Work | None:
        with self._lock:
            if self._waiting:
                return self._waiting.popleft()
            if self._ending:
                return None
            self._free.append(place)
        return place.get()


def _do(function: Callable[[], Any], future: "asyncio.Future[Any]") -> None:
    try:
        keep_connections()
        result, error = function(), None
    except Exception as caught:
        result, error = None, caught
    try:
        future.get_loop().call_soon_threadsafe(_settle, future, result, error)
    except RuntimeError:  # the loop closed meanwhile: nobody waits for it
        return


def _settle(future: "asyncio.Future[Any]", result: Any, error: Exception | None) -> None:
    if future.done():  # cancelled: its socket is gone
        return
    if error is None:
        future.set_result(result)
    else:
        future.set_exception(error)
