"""Days of a walk that everybody knows: its beginning, a month, half a year, a year. Never stored."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date

from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from walkalong.matching.models import Match
from walkalong.matching.queries import other_member
from walkalong.people.models import Person

# months into the walk: with a name, and once the walk has ended without one
SAID: dict[int, tuple[str | Promise, str | Promise]] = {
    0: (_("You and %(name)s began to walk together"), _("A walk together began")),
    1: (_("A month with %(name)s at your side"), _("A month of walking together")),
    6: (_("Half a year, you and %(name)s"), _("Half a year of walking together")),
    12: (_("A whole year, you and %(name)s"), _("A whole year of walking together")),
}


@dataclass(frozen=True)
class Anniversary:
    on: date
    words: str


def anniversaries(person: Person, matches: list[Match], today: date) -> list[Anniversary]:
    """Those that have come by today, of all these walks, the latest first."""
    found = [
        Anniversary(day, _words(person, match, months))
        for match in matches
        for months in SAID
        if (day := months_after(match.started_on, months)) <= min(today, _last_day(match, today))
    ]
    return sorted(found, key=lambda one: one.on, reverse=True)


def months_after(day: date, months: int) -> date:
    """The same day of a later month; the last one of a shorter month."""
    years, month = divmod(day.month - 1 + months, 12)
    year = day.year + years
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _last_day(match: Match, today: date) -> date:
    return timezone.localdate(match.ended_at) if match.ended_at is not None else today


def _words(person: Person, match: Match, months: int) -> str:
    with_name, without = SAID[months]
    if match.ended_at is not None:
        return str(without)
    return str(with_name % {"name": other_member(match, person).display_name})
