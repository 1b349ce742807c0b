"""The desks a person may go to besides their own walk, and whether somebody waits there tonight."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from walkalong.care.queries import who_would_like_a_word
from walkalong.people.models import Person, Role
from walkalong.people.queries import roles_of
from walkalong.safety.queries import something_waits


@dataclass(frozen=True)
class Door:
    title: str | Promise
    text: str | Promise
    url: str
    icon: str
    lit: bool = False


def doors_of(person: Person) -> list[Door]:
    roles = roles_of(person)
    doors = []
    if Role.AMBASSADOR in roles:
        doors.append(_ambassadors_door(person))
    if Role.STAFF in roles:
        doors.append(_staffs_door(person))
    return doors


def door_for_heavy_days(person: Person, *, walks: bool) -> list[Door]:
    """For whoever walks, waits to, or has walked, where no page of one pair shows the way already."""
    if not walks and not roles_of(person) & {Role.MENTEE, Role.MENTOR}:
        return []
    text = _("What you kept for such days, and who is there.")
    return [Door(_("When a day is heavy"), text, reverse("journey:heavy"), "moon")]


def _ambassadors_door(person: Person) -> Door:
    """Who asked to be reached comes by name: that is what an ambassador needs to know tonight."""
    asking = [member.display_name for member in who_would_like_a_word(person)]
    text = _("Each side on their own, about once a month.")
    if len(asking) == 1:
        text = _("%(name)s would like you to get in touch.") % {"name": asking[0]}
    elif asking:
        text = _("%(names)s would like you to get in touch.") % {"names": ", ".join(asking)}
    return Door(_("The people you look after"), text, reverse("care:desk"), "heart", lit=bool(asking))


def _staffs_door(person: Person) -> Door:
    waits = something_waits(person)
    text = _("Somebody asked for a person.") if waits else _("Requests, people and matches.")
    return Door(_("Staff desk"), text, reverse("care:staff"), "lamp", lit=waits)
