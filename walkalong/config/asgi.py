"""The server's three doors: pages through a few lasting threads, live sockets, and its own start and end.

Pages run as WSGI in lasting threads because each keeps its database connection; a fresh thread per
request, as under Django's own ASGI handler, opens a new one each time (docs/decisions/0002).
"""

import gc
import os
from typing import Any

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "walkalong.config.settings")
wsgi_application = get_wsgi_application()

from django.conf import settings  # noqa: E402

from walkalong.config import bodies  # noqa: E402
from walkalong.config.pages import PagesInThreads  # noqa: E402
from walkalong.foundation import realtime  # noqa: E402
from walkalong.foundation.jobs import worker  # noqa: E402
from walkalong.foundation.realtime.asgi import websocket_application  # noqa: E402

PAGE_THREADS = 4
pages = PagesInThreads(wsgi_application, threads=PAGE_THREADS)


async def application(scope: Any, receive: Any, send: Any) -> None:
    match scope["type"]:
        case "http":
            await page(scope, receive, send)
        case "websocket":
            await websocket_application(scope, receive, send)
        case "lifespan":
            await lifespan(receive, send)


async def page(scope: Any, receive: Any, send: Any) -> None:
    try:
        receive = await bodies.received(scope, receive)
    except bodies.NotTaken as refused:
        if refused.status is not None:
            await bodies.refuse(send, refused.status)
        return
    await pages(scope, receive, send)


async def lifespan(receive: Any, send: Any) -> None:
    worker_thread = None
    while True:
        message = await receive()
        if message["type"] == "lifespan.startup":
            await realtime.start()
            if settings.WORKER_IN_PROCESS:
                worker_thread = worker.start_thread()
            gc.freeze()  # looking through all that was loaded would hold everybody up, again and again
            await send({"type": "lifespan.startup.complete"})
        elif message["type"] == "lifespan.shutdown":
            if worker_thread is not None:
                worker_thread.stop()
            await realtime.stop()
            await pages.threads.stop()
            await send({"type": "lifespan.shutdown.complete"})
            return
