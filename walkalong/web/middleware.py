"""What every response needs, whoever made it: the reader's clock, careful headers, typed words kept."""

import zoneinfo
from collections.abc import Callable
from functools import cache
from typing import Any

from csp.constants import HEADER
from csp.middleware import CSPMiddleware
from csp.utils import build_policy
from django.conf import settings
from django.http import HttpRequest, HttpResponseNotAllowed
from django.http.response import HttpResponseBase
from django.utils import timezone, translation

from walkalong.web import typed_text, views

GetResponse = Callable[[HttpRequest], HttpResponseBase]

PERMISSIONS_POLICY = (
    "camera=(self), microphone=(self), geolocation=(), payment=(), usb=(), serial=(),"
    " display-capture=(), browsing-topics=()"
)


class ReaderZone:
    """Times are stored in UTC and shown in the zone, and the language, of whoever reads."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if settings.SESSION_COOKIE_NAME not in request.COOKIES:  # nobody to ask: do not even look
            return self.get_response(request)
        person: Any = request.user
        with timezone.override(_zone(getattr(person, "time_zone", ""))):
            language = getattr(person, "language", "")
            if not language or language not in dict(settings.LANGUAGES):
                return self.get_response(request)
            with translation.override(language):
                request.LANGUAGE_CODE = language
                return self.get_response(request)


def _zone(name: str) -> zoneinfo.ZoneInfo | None:
    """None, which is the programme's own zone, for a name this machine does not know."""
    try:
        return zoneinfo.ZoneInfo(name) if name else None
    except (zoneinfo.ZoneInfoNotFoundError, ValueError):
        return None


class ContentPolicy(CSPMiddleware):
    """django-csp's header, put together once: no page changes the policy, and none has a nonce."""

    def process_request(self, request: HttpRequest) -> None:
        pass

    def process_response(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        response.headers.setdefault(HEADER, _content_policy())
        return response


@cache
def _content_policy() -> str:
    return build_policy()


class SecurityHeaders:
    """What Django's and django-csp's middleware leave open. A view's own Cache-Control stands."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        response = self.get_response(request)
        response.headers.setdefault("Permissions-Policy", PERMISSIONS_POLICY)
        response.headers.setdefault("Cross-Origin-Resource-Policy", "same-origin")
        if settings.SESSION_COOKIE_NAME in request.COOKIES:
            response.headers.setdefault("Cache-Control", "no-store")
        return response


class KindWhenRefused:
    """Django answers 405 with an empty page; whoever came by a browser gets words."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        response = self.get_response(request)
        if isinstance(response, HttpResponseNotAllowed) and request.accepts("text/html"):
            return views.wrong_method(request, response)
        return response


class TypedTextSurvives:
    """A stamped form whose author is signed out, or is not who is here now, does not reach its view."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: Any, args: Any, kwargs: Any
    ) -> HttpResponseBase | None:
        if request.method != "POST" or not typed_text.is_stamped(request):
            return None
        kept = typed_text.kept_from(request)
        if kept is None or kept.author is None or kept.may_be_sent_by(request.user):
            return None
        if request.user.is_authenticated:
            return views.typed_by_another(request)
        return views.session_ended(request, kept)
