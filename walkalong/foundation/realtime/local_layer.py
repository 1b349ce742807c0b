"""A channel layer within one process.

Channels' own in-memory layer looks through every channel at each send, to expire what nobody fetched.
Here queues are bounded instead, and a full one loses the hint: reconciling finds what it told of.
"""

import asyncio
import logging
import uuid
from typing import Any

from channels.exceptions import ChannelFull
from channels.layers import BaseChannelLayer

log = logging.getLogger(__name__)

Message = dict[str, Any]


class LocalLayer(BaseChannelLayer):
    extensions = ["groups", "flush"]

    def __init__(self, capacity: int = 10_000) -> None:
        super().__init__(capacity=capacity)
        self.channels: dict[str, asyncio.Queue[Message]] = {}
        self.groups: dict[str, set[str]] = {}

    async def new_channel(self, prefix: str = "local") -> str:
        name = f"{prefix}!{uuid.uuid4().hex}"
        self.channels[name] = asyncio.Queue(self.capacity)
        return name

    async def send(self, channel: str, message: Message) -> None:
        queue = self.channels.get(channel)
        if queue is None:
            return
        try:
            queue.put_nowait(dict(message))
        except asyncio.QueueFull:
            raise ChannelFull(channel) from None

    async def receive(self, channel: str) -> Message:
        return await self.channels[channel].get()

    async def group_add(self, group: str, channel: str) -> None:
        self.groups.setdefault(group, set()).add(channel)

    async def group_discard(self, group: str, channel: str) -> None:
        members = self.groups.get(group)
        if members is not None:
            members.discard(channel)
            if not members:
                del self.groups[group]

    async def group_send(self, group: str, message: Message) -> None:
        self.deliver(group, message)

    async def flush(self) -> None:
        self.channels.clear()
        self.groups.clear()

    def deliver(self, group: str, message: Message) -> None:
        """Give the message to each channel of the group. Only in the loop's thread."""
        for channel in self.groups.get(group, ()):
            queue = self.channels.get(channel)
            if queue is None:
                continue
            try:
                queue.put_nowait(dict(message))
            except asyncio.QueueFull:
                log.warning("a live queue is full and lost a hint")
