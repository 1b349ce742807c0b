"""Telling the other that there is something on the way, and letting a notice go whose reason is gone."""

from uuid import UUID

from django.urls import reverse

from walkalong.journey.steps.models import Step
from walkalong.matching.models import Match
from walkalong.notices.kinds import Kind
from walkalong.notices.services import mark_seen, notify
from walkalong.people.models import Person


def tell(person: Person, kind: Kind, match: Match, step: Step) -> None:
    """One unseen notice of a kind for each step, however much is given to it."""
    notify(
        person=person,
        kind=kind.name,
        url=reverse("journey:shared_step", args=[match.pk, step.pk]),
        key=key_of(match.pk, step.pk),
    )


def untell(person: Person, kind: Kind, match_id: UUID, step_id: UUID) -> None:
    mark_seen(person=person, kind=kind.name, key=key_of(match_id, step_id))


def untell_both(match: Match, step_id: UUID) -> None:
    for person in (match.mentee, match.mentor):
        mark_seen(person=person, key=key_of(match.pk, step_id))


def key_of(match_id: UUID, step_id: UUID) -> str:
    return f"journey:{match_id}:{step_id}"
