"""One line a request: the route's name, never the path with its ids or its query.

Opening the help card is nobody's business (E1), so its route leaves no line.
"""

import logging
import time
from collections.abc import Callable

from django.http import HttpRequest
from django.http.response import HttpResponseBase

logger = logging.getLogger("walkalong.access")

UNLOGGED_NAMESPACE = "safety"
UNLOGGED_PATHS = ("/static/", "/health/", "/help/", "/sw.js", "/manifest.webmanifest")


class AccessLog:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        began = time.perf_counter()
        response = self.get_response(request)
        match = request.resolver_match
        unlogged = request.path.startswith(UNLOGGED_PATHS) or (
            match is not None and UNLOGGED_NAMESPACE in match.namespaces
        )
        if not unlogged:
            logger.info(
                "request",
                extra={
                    "method": request.method,
                    "route": match.view_name if match else "(none)",
                    "status": response.status_code,
                    "ms": round((time.perf_counter() - began) * 1000, 1),
                },
            )
        return response
