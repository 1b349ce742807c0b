"""The bell in the navigation, lit when there is something new."""

from collections.abc import Iterable

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from walkalong.notices import queries
from walkalong.people.models import Person
from walkalong.web.navigation import NavItem


def has_something_new(request: HttpRequest) -> bool:
    """Asked at most once a request."""
    if not isinstance(request.user, Person):
        return False
    kept: bool | None = getattr(request, "_something_new", None)
    if kept is None:
        kept = queries.has_unseen(request.user)
        request._something_new = kept  # type: ignore[attr-defined]
    return kept


def bell(request: HttpRequest) -> Iterable[NavItem]:
    if not isinstance(request.user, Person):
        return []
    url = reverse("notices:notices")
    return [
        NavItem(
            label=_("News"),
            url=url,
            icon="bell",
            current=request.path == url,
            badge=_("something new") if has_something_new(request) else None,
            order=80,
        )
    ]


def unread(request: HttpRequest) -> int:
    """One or none: nothing here counts at people."""
    return int(has_something_new(request))
