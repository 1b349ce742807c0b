"""GET /health/: is the process up and can it reach its database? Nothing else is said."""

from collections.abc import Callable

from django.db import DatabaseError, connection
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.http.response import HttpResponseBase


class Health:
    """Answers before sessions and host checks of the pages, so that a probe costs one query."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if request.path == "/health/":
            return self.check()
        return self.get_response(request)

    @staticmethod
    def check() -> HttpResponse:
        try:
            with connection.cursor() as cursor:
                cursor.execute("SELECT 1")
        except DatabaseError:
            return JsonResponse({"status": "unwell", "database": "unreachable"}, status=503)
        return JsonResponse({"status": "well"})
