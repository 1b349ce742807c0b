"""What the page of a heavy day holds. It must come quickly: a handful of queries, whatever was kept."""

from dataclasses import dataclass
from itertools import islice
from typing import Any

from django.urls import reverse

from walkalong.foundation.crypto.reading import readable
from walkalong.journey.heavy import queries
from walkalong.journey.heavy.forms import DayForm
from walkalong.journey.heavy.live import cursor_of
from walkalong.journey.heavy.models import HeavyDay, HeavyTelling, HopeItem
from walkalong.journey.heavy.rules import may_tell
from walkalong.journey.heavy.topics import topic_of
from walkalong.journey.recall.queries import Recalled, offered_to_me
from walkalong.journey.steps.kinds import Kind
from walkalong.journey.steps.models import Step
from walkalong.journey.steps.queries import own_steps
from walkalong.matching.faces import shows_face
from walkalong.matching.models import Match
from walkalong.matching.queries import matches_of, other_member
from walkalong.matching.states import MatchState
from walkalong.matching.strengths import StillReading
from walkalong.people.models import Person
from walkalong.people.rules import has_agreed

STEPS_SHOWN = 3
LOOKED_THROUGH = 60  # of what was given and of one's own: the newest, from which a few of each kind are shown


@dataclass(frozen=True)
class Beside:
    """One person who walks with the reader, and what they know of today."""

    match: Match
    other: Person
    picture: str  # where the one they show is; empty otherwise
    told: HeavyTelling | None
    may_tell: bool


def heavy_context(person: Person, form: DayForm | None = None) -> dict[str, Any]:
    around = queries.heavy_around(person)
    day = queries.day_now(person)
    beside = [_beside(person, match, around) for match in _current(person)]
    items = _looked_through(person)
    return {
        "day": day,
        "beside": beside,
        "told": [one for one in beside if one.told],
        "to_show": [one for one in beside if one.may_tell],
        "shown_to": [one.other.display_name for one in beside if one.told and one.told.shows_words],
        "agreed": has_agreed(person),
        "hope": queries.hope_at_hand(items),
        "past_hope": [item for item in items if item.is_from_the_past],
        "recalled": _recalled(person, day),
        "steps": past_steps(person),
        "form": form or DayForm(initial={"words": day.words if day else ""}),
        "topic": topic_of(person.pk),
        "cursor": cursor_of(around),
    }


def _looked_through(person: Person) -> list[HopeItem]:
    """The newest of both: however much somebody gives, one's own letter is not pushed out by it."""
    box = queries.hope_of(person)
    given, own = box.exclude(giver=person)[:LOOKED_THROUGH], box.filter(giver=person)[:LOOKED_THROUGH]
    return readable([*given, *own])


def _recalled(person: Person, day: HeavyDay | None) -> list[Recalled]:
    """Own steps that resemble the day's words, for who said yes to it. A moment later they are there."""
    try:
        return offered_to_me(person, day.words) if day else []
    except StillReading:
        return []


def past_steps(person: Person) -> list[Step]:
    """A few of their own steps, the latest: not the hard stretches, which today needs no reminder of."""
    steps = own_steps(person).exclude(kind=Kind.HARD)
    near = readable(steps[: STEPS_SHOWN * 4])
    return list(islice((step for step in near if step.words), STEPS_SHOWN))


def _current(person: Person) -> list[Match]:
    return [match for match in matches_of(person, faces=True) if match.state != MatchState.ENDED]


def _beside(person: Person, match: Match, around: list[HeavyTelling]) -> Beside:
    told = queries.standing_in(match, around).get(person.pk)
    other = other_member(match, person)
    picture = reverse("journey:pair_picture", args=[match.pk]) if shows_face(match, other) else ""
    return Beside(match, other, picture, told, bool(may_tell(person, match)))
