"""The year of a match: which month it is in, and which stage that month belongs to."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

LAST_MONTH = 12


@dataclass(frozen=True)
class Stage:
    number: int
    name: str | Promise
    first_month: int
    last_month: int
    our_own: bool = False  # no published description was found: the name and its words are ours


STAGES = (
    Stage(1, _("Beginning"), 1, 3),
    Stage(2, _("Challenging"), 4, 6),
    Stage(3, _("Deepening"), 7, 9, our_own=True),
    Stage(4, _("Handing back"), 10, 12, our_own=True),
)


def month_number(started_on: date, today: date) -> int:
    """The running month, 1 from the first day on, by the calendar; 13 and more are beyond the year.

    A walk begun on the 31st enters its next month on the last day of a shorter month.
    """
    months = (today.year - started_on.year) * 12 + today.month - started_on.month
    last_day = monthrange(today.year, today.month)[1]
    if today.day < min(started_on.day, last_day):
        months -= 1
    return max(months, 0) + 1


def stage_of(month: int) -> Stage:
    """The stage a month belongs to; a month beyond the year stays in the last one."""
    return next((stage for stage in STAGES if month <= stage.last_month), STAGES[-1])


def month_label(month: int) -> str:
    return str(month) if month <= LAST_MONTH else f"{LAST_MONTH}+"
