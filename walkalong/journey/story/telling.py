"""Letting the other know, gently and without a word of it; and taking that back with the piece."""

from django.urls import reverse

from walkalong.foundation import realtime
from walkalong.journey.story.queries import shows_a_piece
from walkalong.matching.models import Match
from walkalong.matching.queries import other_member
from walkalong.notices.services import mark_seen, notify
from walkalong.people.models import Person

KIND = "journey.story"
PREFIX = "story:"


def topic_of(match: Match) -> str:
    return f"{PREFIX}{match.pk}"


def hint(match: Match) -> None:
    """An open page of the other asks anew what it may show, at once."""
    realtime.publish(topic_of(match), {"type": "story"})


def tell_the_other(match: Match, *, teller: Person) -> None:
    """One notice, however many pieces, until they looked."""
    url = reverse("journey:pair_story", args=[match.pk])
    notify(person=other_member(match, teller), kind=KIND, url=url, key=str(match.pk))


def take_notice_back(match: Match, *, teller: Person) -> None:
    """Nothing is shown any more, so nothing is announced any more."""
    if not shows_a_piece(match, teller):
        mark_seen(person=other_member(match, teller), kind=KIND, key=str(match.pk))
