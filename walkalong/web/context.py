"""The context processor behind every page: `shell`."""

from typing import Any

from django.http import HttpRequest
from django.utils.functional import cached_property
from django.utils.translation import gettext as _

from walkalong.web import navigation

DISCREET_COOKIE = "discreet"
DEFAULT_NAME = "Walkalong"
DEFAULT_EXIT_URL = "https://en.wikipedia.org/wiki/Special:Random"


def is_discreet(request: HttpRequest) -> bool:
    """A plain name and icon: asked for by the address, chosen on this device, or chosen by the person."""
    if "discreet" in request.GET:
        return request.GET["discreet"] == "1"
    if DISCREET_COOKIE in request.COOKIES:
        return request.COOKIES[DISCREET_COOKIE] == "1"
    return bool(getattr(getattr(request, "user", None), "discreet", False))


class Shell:
    """Everything is lazy: a page, or a fragment of one, pays only for what its template shows."""

    def __init__(self, request: HttpRequest) -> None:
        self.request = request

    @cached_property
    def person(self) -> Any:
        user = getattr(self.request, "user", None)
        return user if user is not None and user.is_authenticated else None

    @cached_property
    def discreet(self) -> bool:
        return is_discreet(self.request)

    @cached_property
    def _identity(self) -> navigation.Identity:
        return navigation.identity_for(self.request)

    @cached_property
    def app_name(self) -> str:
        if self.discreet:
            return _("Notes")
        return self._identity.app_name or DEFAULT_NAME

    @property
    def short_name(self) -> str:
        return self.app_name.split(" ")[0] if len(self.app_name) > 12 else self.app_name

    @cached_property
    def exit_url(self) -> str:
        return self._identity.exit_url or DEFAULT_EXIT_URL

    @cached_property
    def nav_items(self) -> list[navigation.NavItem]:
        return navigation.items_for(self.request)

    @cached_property
    def unread(self) -> int:
        return navigation.unread_for(self.request) if self.person else 0


def shell(request: HttpRequest) -> dict[str, Shell]:
    return {"shell": Shell(request)}
