"""The least a chat server can be: one POST, one INSERT, one push. No people, no sealing, no rules.

BARE_SYNCHRONOUS is OFF (nothing waits for the disk) or FULL (each message is on the disk before the answer).
"""

import asyncio
import json
import os
import sqlite3
from urllib.parse import parse_qs

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route, WebSocketRoute
from starlette.websockets import WebSocket, WebSocketDisconnect

database = sqlite3.connect(os.environ["BARE_DATABASE"], isolation_level=None)
database.execute("PRAGMA journal_mode=WAL")
database.execute(f"PRAGMA synchronous={os.environ['BARE_SYNCHRONOUS']}")
database.execute("CREATE TABLE IF NOT EXISTS message (id INTEGER PRIMARY KEY, pair INTEGER, body TEXT)")
sockets: dict[int, set[WebSocket]] = {}


async def health(request: Request) -> Response:
    return JSONResponse({"status": "well"})


async def send(request: Request) -> Response:
    pair = int(request.path_params["pair"])
    body = parse_qs((await request.body()).decode())["body"][0]
    number = database.execute("INSERT INTO message (pair, body) VALUES (?, ?)", (pair, body)).lastrowid
    frame = json.dumps({"number": number, "body": body})
    await asyncio.gather(*(socket.send_text(frame) for socket in sockets.get(pair, ())))
    return JSONResponse({"number": number})


async def live(socket: WebSocket) -> None:
    pair = int(socket.path_params["pair"])
    await socket.accept()
    sockets.setdefault(pair, set()).add(socket)
    try:
        while True:
            await socket.receive_text()
    except WebSocketDisconnect:
        sockets[pair].discard(socket)


app = Starlette(
    routes=[
        Route("/health/", health),
        Route("/send/{pair:int}/", send, methods=["POST"]),
        WebSocketRoute("/live/{pair:int}/", live),
    ]
)
