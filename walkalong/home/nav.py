"""The way home, first in the navigation."""

from collections.abc import Iterable

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from walkalong.people.models import Person
from walkalong.web.navigation import NavItem


def home_link(request: HttpRequest) -> Iterable[NavItem]:
    if not isinstance(request.user, Person):
        return []
    current = getattr(request.resolver_match, "app_name", "") == "home"
    return [NavItem(label=_("Home"), url=reverse("home:home"), icon="home", current=current, order=0)]
