"""What this room puts on every page: its links, the programme's name and where Leave leads."""

from collections.abc import Iterable

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from walkalong.people import queries
from walkalong.people.models import Person
from walkalong.web import navigation


def links(request: HttpRequest) -> Iterable[navigation.NavItem]:
    person = getattr(request, "user", None)
    if not isinstance(person, Person):
        return
    url = reverse("people:profile")
    yield navigation.NavItem(_("Me"), url, "person", request.path.startswith(url), order=90)


def identity(request: HttpRequest) -> navigation.Identity | None:
    programme = queries.programme()
    return navigation.Identity(programme.name, programme.exit_url) if programme else None


def register() -> None:
    navigation.register(links)
    navigation.register_identity(identity)
