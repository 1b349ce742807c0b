"""The door for live sockets: /live/ and nothing else."""

import asyncio
import json
import logging
from functools import partial
from typing import Any

from walkalong.foundation import session_cookie
from walkalong.foundation.realtime import limits, looking, origin, running
from walkalong.foundation.realtime.hub import Hub
from walkalong.foundation.realtime.socket import SIGNED_OUT, TOO_MUCH, TRY_AGAIN, Socket
from walkalong.foundation.realtime.streams import Frame

log = logging.getLogger(__name__)

PATH = "/live/"


async def websocket_application(scope: Any, receive: Any, send: Any) -> None:
    await receive()  # websocket.connect
    hub = running.hub()
    path = scope["path"].removeprefix(scope.get("root_path", ""))
    if hub is None or path != PATH or not origin.is_ours(scope):
        await send({"type": "websocket.close", "code": 4403})  # before accepting: HTTP 403
        return
    try:
        await _serve(hub, scope, receive, send)
    except asyncio.CancelledError:
        task = asyncio.current_task()
        if task is not None:
            task.uncancel()  # our own way of cutting a socket; the server need not hear of it


async def _serve(hub: Hub, scope: Any, receive: Any, send: Any) -> None:
    session_key = session_cookie.key_in_header(origin.header(scope, b"cookie"))
    # accepted before it is known: a browser cannot read a refused handshake, but it can read a goodbye
    await send({"type": "websocket.accept"})
    try:
        welcome = await hub.threads.call(partial(looking.welcome, session_key))
    except Exception as error:
        log.warning("a live socket could not be welcomed", extra={"error": type(error).__name__})
        await send({"type": "websocket.close", "code": TRY_AGAIN})
        return
    if welcome.ended or session_key is None:
        await send({"type": "websocket.send", "text": '{"type":"bye","why":"signed_out"}'})
        await send({"type": "websocket.close", "code": SIGNED_OUT})
        return
    socket = Socket(person=welcome.person, session_key=session_key, topics=welcome.topics or {}, send=send)
    hub.add(socket)
    try:
        socket.say_ready(sorted(socket.topics))
        await _listen(hub, socket, receive)
    finally:
        hub.remove(socket)


async def _listen(hub: Hub, socket: Socket, receive: Any) -> None:
    allowance = limits.Allowance()
    while (message := await receive())["type"] != "websocket.disconnect":
        if socket.closing is not None:
            continue
        match allowance.judge():
            case limits.TOO_FAST:
                socket.say({"type": "error", "why": "too_fast"})
            case limits.FLOOD:
                socket.say_bye("too_much", TOO_MUCH)
            case limits.FINE:
                await _heed(hub, socket, message.get("text"))


async def _heed(hub: Hub, socket: Socket, text: str | None) -> None:
    """Act on one frame of the client. Nothing it can send does harm or raises."""
    if text is None or len(text) > limits.LONGEST_FRAME:
        socket.say({"type": "error", "why": "not_understood" if text is None else "too_big"})
        return
    try:
        frame: Frame = json.loads(text)
        kind, topic = frame.get("type"), frame.get("topic")
    except (ValueError, AttributeError, RecursionError):
        socket.say({"type": "error", "why": "not_understood"})
        return
    if kind == "ping":
        socket.say({"type": "pong"})
    elif not isinstance(topic, str):
        socket.say({"type": "error", "why": "not_understood"})
    elif topic not in socket.topics:  # the same for what does not exist and what is not theirs
        socket.say({"type": "gone", "topic": topic[:100]})
    elif kind is None or kind == "since":
        since = frame.get("since")
        known = since if isinstance(since, int) and 0 <= since < 2**63 and since is not True else None
        await hub.follow(socket, topic, known)
    elif topic in socket.since and len(socket.said) < limits.MOST_SAID:
        socket.said.append((topic, frame))
        hub.look([socket])
