"""The way to one's own journey, for whoever walks."""

from collections.abc import Iterable

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from walkalong.people.models import Person, Role
from walkalong.people.queries import roles_of
from walkalong.web.navigation import NavItem


def journey_link(request: HttpRequest) -> Iterable[NavItem]:
    person = request.user
    if not isinstance(person, Person) or not roles_of(person) & {Role.MENTEE, Role.MENTOR}:
        return []
    # five places fit a thumb, and the page of the two leads here as well
    if {Role.AMBASSADOR, Role.STAFF} <= roles_of(person):
        return []
    current = "/journey/" in request.path
    return [NavItem(label=_("Your way"), url=reverse("journey:way"), icon="way", current=current, order=20)]
