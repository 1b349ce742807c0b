"""Carries hints from any thread to every process that has sockets."""

import asyncio
import hashlib
import logging
from typing import Any

from channels.layers import BaseChannelLayer
from django.conf import settings

from walkalong.foundation.realtime.local_layer import LocalLayer

log = logging.getLogger(__name__)

EVERYONE = "everyone"
SEND_SECONDS = 5


def group_of(topic: str) -> str:
    return "topic." + topic.replace(":", ".")


def make_layer() -> Any:
    if not settings.REDIS_URL:
        return LocalLayer()
    from channels_redis.pubsub import RedisPubSubChannelLayer

    # two installations on one Redis must not hear each other
    ours = hashlib.sha256(f"live:{settings.SECRET_KEY}".encode()).hexdigest()[:12]
    return RedisPubSubChannelLayer(hosts=[settings.REDIS_URL], prefix=f"walkalong.{ours}.")


class Wire:
    """A channel layer bound to the loop it lives in."""

    def __init__(self, layer: BaseChannelLayer, loop: asyncio.AbstractEventLoop) -> None:
        self.layer = layer
        self.loop = loop

    def send(self, group: str, message: dict[str, Any]) -> None:
        """From any thread, without waiting. What cannot be sent is lost, and said in the log."""
        try:
            if isinstance(self.layer, LocalLayer):
                self.loop.call_soon_threadsafe(self.layer.deliver, group, message)
            else:
                self.loop.call_soon_threadsafe(self._begin, group, message)
        except RuntimeError:  # the loop has just closed: there are no sockets any more
            log.info("a hint came after the end")

    def _begin(self, group: str, message: dict[str, Any]) -> None:
        task = self.loop.create_task(self._send(group, message))
        _on_their_way.add(task)
        task.add_done_callback(_on_their_way.discard)

    async def _send(self, group: str, message: dict[str, Any]) -> None:
        try:
            async with asyncio.timeout(SEND_SECONDS):
                await self.layer.group_send(group, message)
        except Exception as error:  # Redis away: sockets find out by reconciling
            log.warning("a live hint could not be sent", extra={"error": type(error).__name__})


_on_their_way: set[asyncio.Task[None]] = set()  # asyncio itself keeps only weak references
