"""A year of way for the demo's people, so that somebody who looks in sees what a way is."""

import tomllib
from collections.abc import Mapping
from datetime import datetime, time, timedelta
from pathlib import Path
from typing import Any

from django.utils import timezone

from walkalong.journey.steps.days import today_of
from walkalong.journey.steps.kinds import Kind, Mark
from walkalong.journey.steps.models import Noticing, Step
from walkalong.journey.steps.notice_kinds import CELEBRATED, LAMP, SHARED
from walkalong.journey.steps.services import celebrate, light_lamp, name_step, notice_step, say_from_here
from walkalong.matching.models import Match
from walkalong.matching.queries import matches_of, other_member
from walkalong.matching.states import MatchState
from walkalong.notices.services import mark_seen
from walkalong.people.models import Person

WORDS = Path(__file__).parent / "demo.toml"


def load(people: Mapping[str, Person]) -> None:
    """Fill the ways of the demo's people. `people` is what people.demo.load() answers."""
    told = tomllib.loads(WORDS.read_text(encoding="utf-8"))
    noticed = told.pop("noticed")
    for who, steps in told.items():
        match = _walk_of(people[who])
        if match is not None and not Step.objects.filter(owner=people[who]).exists():
            _tell(people[who], match, steps)
    for one in noticed:
        match = _walk_of(people[one["pair"]])
        if match is not None and not Noticing.objects.filter(match=match).exists():
            noticing = notice_step(by=_side(match, one["by"]), match=match, words=one["words"])
            Noticing.objects.filter(pk=noticing.pk).update(created_at=_ago(one["days"]))


def _walk_of(person: Person) -> Match | None:
    """The walk the demo tells of; a mentor's youngest."""
    active = [match for match in matches_of(person) if match.state == MatchState.ACTIVE]
    return active[-1] if active else None


def _side(match: Match, role: str) -> Person:
    return match.mentee if role == "mentee" else match.mentor


def _tell(owner: Person, match: Match, steps: list[dict[str, Any]]) -> None:
    named: dict[str, Step] = {}
    for one in steps:
        facts = {
            "by": owner,
            "words": one["words"],
            "happened_on": today_of(owner) - timedelta(days=one["days"]),
            "share_with": [match] if one.get("show") else [],
        }
        if "of" in one:
            step = say_from_here(step=named[one["of"]], **facts)
        else:
            mark = Mark(one["mark"]) if "mark" in one else None
            step = name_step(kind=Kind(one.get("kind", "step")), mark=mark, **facts)
        named[one.get("id", "")] = step
        _give(match, step, one)
    for person in (match.mentee, match.mentor):
        for kind in (SHARED, CELEBRATED, LAMP):  # all but what was noticed has been seen
            mark_seen(person=person, kind=kind.name)


def _give(match: Match, step: Step, one: dict[str, Any]) -> None:
    day = _ago(max(one["days"] - 1, 0))
    for words in one.get("given", []):
        given = celebrate(by=other_member(match, step.owner), match=match, step_id=step.pk, words=words)
        given.created_at = day
        given.save(update_fields=["created_at"])
    for role in one.get("lamps", []):
        lamp = light_lamp(by=_side(match, role), match=match, step_id=step.pk)
        lamp.lit_at = day
        lamp.save(update_fields=["lit_at"])


def _ago(days: int) -> datetime:
    day = timezone.localdate() - timedelta(days=days)
    return timezone.make_aware(datetime.combine(day, time(19, 10)))
