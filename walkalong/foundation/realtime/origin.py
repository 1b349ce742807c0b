"""Whether a socket is opened from one of our own pages.

Browsers send cookies with any socket, from any page, and no CSRF token; only Origin tells them apart.
"""

from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.http.request import split_domain_port, validate_host
from django.utils.http import is_same_domain


def header(scope: Any, name: bytes) -> str:
    """The header's value, or nothing when it is absent or given twice."""
    values = [value for key, value in scope["headers"] if key.lower() == name]
    return values[0].decode("latin-1") if len(values) == 1 else ""


def is_ours(scope: Any) -> bool:
    origin = urlsplit(header(scope, b"origin"))
    if origin.scheme not in {"http", "https"} or not origin.netloc:
        return False
    if f"{origin.scheme}://{origin.netloc}" in settings.CSRF_TRUSTED_ORIGINS:
        return True
    for trusted in map(urlsplit, settings.CSRF_TRUSTED_ORIGINS):
        wildcard = trusted.netloc.startswith("*.") and trusted.scheme == origin.scheme
        if wildcard and is_same_domain(origin.netloc, trusted.netloc.lstrip("*")):
            return True
    if settings.SESSION_COOKIE_SECURE and origin.scheme != "https":
        return False
    host = (settings.USE_X_FORWARDED_HOST and header(scope, b"x-forwarded-host")) or header(scope, b"host")
    domain, _ = split_domain_port(host)
    return origin.netloc.lower() == host.lower() and validate_host(domain, settings.ALLOWED_HOSTS)
