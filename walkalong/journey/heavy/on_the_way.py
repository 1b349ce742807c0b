"""Heavy days on their owner's way: one quiet mark for each such day, without words, and never counted."""

from collections import defaultdict
from datetime import date

from walkalong.foundation.crypto.reading import readable
from walkalong.journey.heavy.queries import days_of, heavy_around
from walkalong.journey.steps.days import day_of
from walkalong.journey.steps.way import Waymark
from walkalong.matching.queries import other_member
from walkalong.people.models import Person


def heavy_marks(person: Person) -> list[Waymark]:
    """The latest first. Said twice on one day it is one mark; `seen_by` names who knows of it just now."""
    days = dict.fromkeys(day_of(person, day.said_at) for day in readable(days_of(person)))
    knowing = _who_knows(person) if days else {}
    return [Waymark(on=day, quiet="heavy", seen_by=knowing.get(day, [])) for day in days]


def _who_knows(person: Person) -> dict[date, list[str]]:
    found: dict[date, list[str]] = defaultdict(list)
    for telling in heavy_around(person):
        if telling.day.person_id == person.pk and telling.taken_back_at is None:
            name = other_member(telling.match, person).display_name
            names = found[day_of(person, telling.day.said_at)]
            if name not in names:
                names.append(name)
    return found
