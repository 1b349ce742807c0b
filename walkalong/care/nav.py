"""The desks, in the navigation of those who have one. The staff desk leads on to all of staff's pages."""

from collections.abc import Iterable

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from walkalong.people.models import Person, Role
from walkalong.people.queries import roles_of
from walkalong.safety.queries import something_waits
from walkalong.web.navigation import NavItem

STAFF_PAGES = (
    "care:staff",
    "people:people",
    "people:programme",
    "joining:words",
    "matching:matches",
    "safety:requests",
)


def desks(request: HttpRequest) -> Iterable[NavItem]:
    person = request.user
    if not isinstance(person, Person):
        return
    roles = roles_of(person)
    if Role.AMBASSADOR in roles:
        url = reverse("care:desk")
        yield NavItem(_("Your desk"), url, "people", request.path.startswith(url), order=20)
    if Role.STAFF in roles:
        yield NavItem(
            label=_("Staff"),
            url=reverse("care:staff"),
            icon="lamp",
            current=request.path.startswith(tuple(reverse(name) for name in STAFF_PAGES)),
            badge=_("somebody waits") if something_waits(person) else None,
            order=25,
        )
