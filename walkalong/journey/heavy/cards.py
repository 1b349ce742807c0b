"""The heavy day on the page of the two: one press to say it, and a calm sign when it is the other's."""

from dataclasses import dataclass
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from walkalong.journey.heavy.live import cursor_of
from walkalong.journey.heavy.models import HeavyTelling
from walkalong.journey.heavy.queries import heavy_around, standing_in
from walkalong.journey.heavy.rules import may_tell
from walkalong.journey.heavy.topics import topic_of
from walkalong.matching.models import Match
from walkalong.matching.pair_page import Card
from walkalong.matching.queries import other_member
from walkalong.matching.states import MatchState
from walkalong.people.models import Person


def heavy_line(match: Match, person: Person) -> Card | None:
    """Above the conversation: one calm line while it is heavy for the other."""
    if match.state != MatchState.ACTIVE:
        return None
    around = heavy_around(person)
    other = other_member(match, person)
    more = {
        "match_id": match.pk,
        "other": other,
        "theirs": standing_in(match, around).get(other.pk),
        "topic": topic_of(person.pk),
        "cursor": cursor_of(around),
    }
    return Card(title=_("Today is heavy"), template="journey/heavy/above_words.html", more=more)


@dataclass(frozen=True)
class HeavyNow:
    """For a page of several walks: in which it is heavy for the other, and where changes are heard."""

    walks: frozenset[UUID]
    topic: str
    cursor: int


def heavy_now(person: Person, around: list[HeavyTelling] | None = None) -> HeavyNow:
    """What the homes of this person's walks would show them, in one query; in none when it is at hand."""
    around = heavy_around(person) if around is None else around
    heavy = (
        told.match_id for told in around if told.taken_back_at is None and told.day.person_id != person.pk
    )
    return HeavyNow(frozenset(heavy), topic_of(person.pk), cursor_of(around))


def heavy_card(match: Match, person: Person) -> Card | None:
    if match.state == MatchState.ENDED:
        return Card(
            title=_("Your hope box stays yours"),
            text=_("What you kept for heavy days is all still there."),
            url=reverse("journey:hope_box"),
            action=_("Open it"),
            icon="lamp",
        )
    around = heavy_around(person)
    here = standing_in(match, around)
    other = other_member(match, person)
    return Card(
        title=_("Today is heavy"),
        template="journey/heavy/card.html",
        more={
            "match_id": match.pk,
            "other": other,
            "own": here.get(person.pk),
            "theirs": here.get(other.pk),
            "may_tell": may_tell(person, match),
            "topic": topic_of(person.pk),
            "cursor": cursor_of(around),
            "heavy_now": heavy_now(person, around),
        },
    )
