import ipaddress
from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from walkalong.foundation.audit import origin


class Origin:
    """Remembers from where a request came while it is answered."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        token = origin.current.set(address_of(request))
        try:
            return self.get_response(request)
        finally:
            origin.current.reset(token)


def address_of(request: HttpRequest) -> str | None:
    """The client's address. Behind n trusted proxies only the last n hops are believed."""
    hops = [request.META.get("REMOTE_ADDR", "")]
    trusted = settings.TRUSTED_PROXY_COUNT
    if trusted:
        forwarded = request.META.get("HTTP_X_FORWARDED_FOR", "")
        hops = [hop.strip() for hop in forwarded.split(",")][-trusted:] if forwarded else hops
    try:
        return str(ipaddress.ip_address(hops[0]))
    except ValueError:
        return None
