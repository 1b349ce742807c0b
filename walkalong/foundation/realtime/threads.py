"""A few lasting threads with database connections, for a loop that must not wait."""

import asyncio
import queue
import threading
from collections.abc import Callable
from typing import Any, TypeVar

from walkalong.foundation.database import close_connections, keep_connections

T = TypeVar("T")
Work = tuple[Callable[[], Any], "asyncio.Future[Any]"]


class DatabaseThreads:
    """Cheaper than an executor: one queue, no second future, and connections closed at the end."""

    def __init__(self, count: int) -> None:
        self.loop = asyncio.get_running_loop()
        self.queue: queue.SimpleQueue[Work | None] = queue.SimpleQueue()
        self.threads = [
            threading.Thread(target=self._work, name=f"live-{number}", daemon=True) for number in range(count)
        ]
        for thread in self.threads:
            thread.start()

    def call(self, function: Callable[[], T]) -> "asyncio.Future[T]":
        future: asyncio.Future[T] = self.loop.create_future()
        self.queue.put((function, future))
        return future

    async def stop(self) -> None:
        for _ in self.threads:
            self.queue.put(None)
        for thread in self.threads:
            await asyncio.to_thread(thread.join, 10)

    def _work(self) -> None:
        try:
            while (work := self.queue.get()) is not None:
                function, future = work
                try:
                    keep_connections()
                    result, error = function(), None
                except Exception as caught:
                    result, error = None, caught
                try:
                    self.loop.call_soon_threadsafe(_settle, future, result, error)
                except RuntimeError:  # the loop closed meanwhile
                    return
        finally:
            close_connections()


def _settle(future: "asyncio.Future[Any]", result: Any, error: Exception | None) -> None:
    if future.done():  # cancelled: its socket is gone
        return
    if error is None:
        future.set_result(result)
    else:
        future.set_exception(error)
