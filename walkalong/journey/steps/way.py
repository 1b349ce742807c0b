"""The way as it is drawn: a stretch of it, by month, the latest first."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date
from itertools import groupby
from uuid import UUID

from django.db.models import Q, QuerySet

from walkalong.foundation.crypto.reading import is_readable, readable
from walkalong.journey.steps.anniversaries import Anniversary
from walkalong.journey.steps.kinds import Mark
from walkalong.journey.steps.models import Celebration, Step
from walkalong.matching.queries import other_member
from walkalong.people.models import Person

AT_ONCE = 30


@dataclass(frozen=True)
class Place:
    """Where a stretch begins: what lies before this day, and on it before this step."""

    day: date
    step_id: UUID | None = None

    def __str__(self) -> str:
        return f"{self.day.isoformat()}.{self.step_id}"


@dataclass(frozen=True)
class Waymark:
    """One thing on the way, as its reader sees it."""

    on: date
    step: Step | None = None
    said: str = ""  # instead of a step's own words: a day everybody knows
    mine: bool = True
    about: str = ""
    seen_by: list[str] = field(default_factory=list)
    quiet: str = ""  # the look of a mark that is no step and no day everybody knows

    @property
    def look(self) -> str:
        return self.step.kind if self.step is not None else self.quiet or "day"

    @property
    def given(self) -> list[Celebration]:
        return readable(getattr(self.step, "given", []))

    @property
    def lit_by(self) -> list[UUID]:
        return [lamp.by_id for lamp in getattr(self.step, "lit", [])]


OwnMarks = Callable[[Person], list[Waymark]]
_own_marks: list[OwnMarks] = []


def register_own_marks(provider: OwnMarks) -> None:
    """Offer marks for a person's own way, where nobody else sees them; registering twice changes nothing."""
    if provider not in _own_marks:
        _own_marks.append(provider)


def own_marks(person: Person) -> list[Waymark]:
    return [mark for provider in _own_marks for mark in provider(person)]


@dataclass(frozen=True)
class Month:
    first_day: date
    waymarks: list[Waymark]


@dataclass(frozen=True)
class Stretch:
    months: list[Month]
    begins_later: bool  # not at the present day
    earlier: Place | None  # where the next stretch begins, if there is one

    @property
    def is_empty(self) -> bool:
        return not self.months


def place_in(before: str, day: str) -> Place | None:
    """What an address says about where to begin; None, for the present, when it says nothing we know."""
    try:
        if before:
            on, _dot, step_id = before.partition(".")
            return Place(date.fromisoformat(on), UUID(step_id))
        return Place(date.fromisoformat(day)) if day else None
    except ValueError:
        return None


def stretch_of(
    reader: Person,
    steps: QuerySet[Step],
    days: Iterable[Anniversary],
    place: Place | None,
    besides: Iterable[Waymark] = (),
) -> Stretch:
    """A stretch of these steps, with the days and the marks besides that fall into it."""
    found = _readable_from(steps, place)
    shown, more = found[:AT_ONCE], len(found) > AT_ONCE
    last = shown[-1] if more else None
    marks = [_waymark(reader, step) for step in shown]
    known = [Waymark(on=day.on, said=day.words) for day in days]
    marks += [mark for mark in (*known, *besides) if _falls_into(mark.on, place, last)]
    marks.sort(key=lambda mark: mark.on, reverse=True)  # stable: steps keep their order within a day
    months = groupby(marks, key=lambda mark: mark.on.replace(day=1))
    return Stretch(
        months=[Month(first_day, list(within)) for first_day, within in months],
        begins_later=place is not None,
        earlier=Place(last.happened_on, last.pk) if last else None,
    )


def _readable_from(steps: QuerySet[Step], place: Place | None) -> list[Step]:
    """The next of these steps, one more than stand on a page; what cannot be read any more is passed over."""
    found: list[Step] = []
    while len(found) <= AT_ONCE:
        near = list(_from(steps, place)[: AT_ONCE + 1])
        found += readable(near)
        if len(near) <= AT_ONCE:
            break
        place = Place(near[-1].happened_on, near[-1].pk)
    return found[: AT_ONCE + 1]


def _from(steps: QuerySet[Step], place: Place | None) -> QuerySet[Step]:
    if place is None:
        return steps
    before = Q(happened_on__lt=place.day)
    same = Q(happened_on=place.day, id__lt=place.step_id) if place.step_id else Q(happened_on=place.day)
    return steps.filter(before | same)


def _falls_into(day: date, place: Place | None, last: Step | None) -> bool:
    """Each day stands in one stretch only: the one that ends on it, not the next that begins there."""
    if last is not None and day < last.happened_on:
        return False
    if place is None:
        return True
    return day < place.day if place.step_id else day <= place.day


def _waymark(reader: Person, step: Step) -> Waymark:
    mine = step.owner_id == reader.pk
    return Waymark(
        on=step.happened_on,
        step=step,
        said=title_of(step),
        mine=mine,
        about=what_it_is_about(step, mine=mine),
        seen_by=[other_member(share.match, reader).display_name for share in getattr(step, "shown_in", [])],
    )


def title_of(step: Step) -> str:
    return str(Mark(step.mark).label) if step.mark else ""


def what_it_is_about(step: Step, *, mine: bool) -> str:
    """The words of the step that one has got from here; the other reads them only where they are shown."""
    if step.about is None or not (mine or getattr(step, "about_is_shown", False)):
        return ""
    if not is_readable(step.about):
        return ""
    return step.about.words or title_of(step.about)
