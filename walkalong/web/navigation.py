"""What the page shell shows of the rooms above it: they register here when the apps are ready.

`web` knows no room. A provider is asked once a page, lazily, and answers for the person of the request.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from django.http import HttpRequest
from django.utils.functional import Promise


@dataclass(frozen=True)
class NavItem:
    label: str | Promise
    url: str
    icon: str  # a name known to {% icon %}
    current: bool = False
    badge: str | Promise | None = None  # words for a screen reader ("something new"); shown as a small light
    order: int = 50


@dataclass(frozen=True)
class Identity:
    """How this programme calls itself, and where the Leave button goes."""

    app_name: str | None = None
    exit_url: str | None = None


NavProvider = Callable[[HttpRequest], Iterable[NavItem]]
IdentityProvider = Callable[[HttpRequest], Identity | None]
UnreadProvider = Callable[[HttpRequest], int]

_nav_providers: list[NavProvider] = []
_identity_providers: list[IdentityProvider] = []
_unread_providers: list[UnreadProvider] = []


def register(provider: NavProvider) -> NavProvider:
    """Offer links for the navigation. Usable as a decorator; registering twice changes nothing."""
    if provider not in _nav_providers:
        _nav_providers.append(provider)
    return provider


def register_identity(provider: IdentityProvider) -> IdentityProvider:
    if provider not in _identity_providers:
        _identity_providers.append(provider)
    return provider


def register_unread(provider: UnreadProvider) -> UnreadProvider:
    if provider not in _unread_providers:
        _unread_providers.append(provider)
    return provider


def items_for(request: HttpRequest) -> list[NavItem]:
    items = [item for provider in _nav_providers for item in provider(request)]
    return sorted(items, key=lambda item: item.order)


def identity_for(request: HttpRequest) -> Identity:
    for provider in _identity_providers:
        identity = provider(request)
        if identity is not None:
            return identity
    return Identity()


def unread_for(request: HttpRequest) -> int:
    return sum(provider(request) for provider in _unread_providers)
