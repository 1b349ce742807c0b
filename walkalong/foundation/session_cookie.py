"""The cookie is the session's key, signed: whoever reads keys in the database cannot make a cookie of them.

The secret that signs lies outside the database (docs/threat-model.md).
"""

from django.conf import settings
from django.contrib.sessions.middleware import SessionMiddleware
from django.core.signing import BadSignature, Signer
from django.http import HttpRequest, HttpResponse, parse_cookie

LONGEST = 150


def cookie_for(session_key: str) -> str:
    return _signer().sign(session_key)


def key_in(cookie: str) -> str | None:
    """The session's key, if we signed this cookie."""
    if not 0 < len(cookie) <= LONGEST:
        return None
    try:
        return _signer().unsign(cookie)
    except BadSignature:
        return None


def key_in_header(cookies: str) -> str | None:
    """The same, among all that a browser sends, however oddly other cookies are written."""
    return key_in(parse_cookie(cookies).get(settings.SESSION_COOKIE_NAME, ""))


def _signer() -> Signer:
    return Signer(salt="walkalong.session")


class Sessions(SessionMiddleware):
    def process_request(self, request: HttpRequest) -> None:
        cookie = request.COOKIES.get(settings.SESSION_COOKIE_NAME, "")
        request.session = self.SessionStore(key_in(cookie))

    def process_response(self, request: HttpRequest, response: HttpResponse) -> HttpResponse:
        response = super().process_response(request, response)
        set_here = response.cookies.get(settings.SESSION_COOKIE_NAME)
        if set_here is not None and set_here.value:
            response.cookies[settings.SESSION_COOKIE_NAME] = cookie_for(set_here.value)  # its attributes stay
        return response
