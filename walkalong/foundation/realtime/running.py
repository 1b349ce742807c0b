"""The one hub of this process: its start, its end, and the way to it from any thread."""

import asyncio
import threading
from typing import TYPE_CHECKING, Any

from django.conf import settings

if TYPE_CHECKING:
    from walkalong.foundation.realtime.hub import Hub
    from walkalong.foundation.realtime.wire import Wire

_hub: "Hub | None" = None
_sending_only: "Wire | None" = None
_lock = threading.Lock()


async def start() -> None:
    """Begin to serve live sockets in the running loop. Called once at the server's start."""
    global _hub
    from walkalong.foundation.realtime.hub import Hub

    if _hub is not None:
        raise RuntimeError("Live sockets are already served in this process.")
    hub = Hub()
    await hub.start()
    _hub = hub


async def stop() -> None:
    """Say goodbye to every socket (they come back to the next process) and end."""
    global _hub
    hub, _hub = _hub, None
    if hub is not None:
        await hub.stop()


def hub() -> "Hub | None":
    return _hub


def send(group: str, message: dict[str, Any]) -> None:
    """Send to every process's hub, from any thread."""
    current = _hub
    if current is not None:
        current.wire.send(group, message)
    elif settings.REDIS_URL:  # a worker or a command: it has no sockets, but others have
        _sender().send(group, message)


def _sender() -> "Wire":
    global _sending_only
    from walkalong.foundation.realtime.wire import Wire, make_layer

    with _lock:
        if _sending_only is None:
            loop = asyncio.new_event_loop()
            threading.Thread(target=loop.run_forever, name="live-send", daemon=True).start()
            _sending_only = Wire(make_layer(), loop)
    return _sending_only
