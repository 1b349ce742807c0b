"""The day something happened, as its owner lived it."""

import zoneinfo
from datetime import date, datetime

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from walkalong.people.errors import Refused
from walkalong.people.models import Person

EARLIEST = date(1900, 1, 1)


def today_of(person: Person) -> date:
    """The day it is now for this person."""
    return day_of(person, timezone.now())


def day_of(person: Person, moment: datetime) -> date:
    """The day this moment fell on, where this person is."""
    try:
        return timezone.localdate(moment, zoneinfo.ZoneInfo(person.time_zone))
    except (zoneinfo.ZoneInfoNotFoundError, ValueError):
        return timezone.localdate(moment)


def lived(by: Person, day: date) -> date:
    """The day, if it can already have been lived. Raises Refused."""
    if day > today_of(by):
        raise Refused(
            _("This day is still to come. What stands here has happened; there is nothing to plan.")
        )
    if day < EARLIEST:
        raise Refused(_("This day is longer ago than a calendar here can hold. Please choose a later one."))
    return day
