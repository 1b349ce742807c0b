"""What the pages of home show."""

from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils import timezone

from walkalong.home.lights import lit_homes
from walkalong.home.months import normal_now
from walkalong.journey.heavy.cards import HeavyNow, heavy_now
from walkalong.matching import pair_page
from walkalong.matching.models import Match
from walkalong.matching.queries import month_of, open_pauses, other_member
from walkalong.matching.rules import may_read_pair
from walkalong.matching.states import MatchState
from walkalong.matching.year import LAST_MONTH, STAGES, stage_of
from walkalong.people.models import Person, Role
from walkalong.people.queries import programme, roles_of
from walkalong.people.rules import has_agreed


def pair_context(person: Person, match: Match, walks: list[Match]) -> dict[str, Any]:
    """The page of the two, as one of them sees it. `walks` are all of this person's matches."""
    month = month_of(match)
    pauses = open_pauses(match)
    room_url = reverse("conversation:room", args=[match.id])
    cards = pair_page.cards_for(match, person)
    others = [card for card in cards if card.url != room_url]
    return {
        "match": match,
        "other": other_member(match, person),
        "as_mentee": person.pk == match.mentee_id,
        "month": month,
        "month_words": min(month, LAST_MONTH + 1),
        "stage": stage_of(month),
        "beyond": month > LAST_MONTH,
        "lamps": lamps(month),
        "own_pause": any(pause.by_id == person.pk for pause in pauses),
        "other_pause": any(pause.by_id != person.pk for pause in pauses),
        "agreed": has_agreed(person),
        "room_url": room_url,
        # the conversation has its place in the middle of the page; what its card says stands there
        "talk": next((card for card in cards if card.url == room_url), None),
        # what waits, or draws itself, has a card; the rest are quiet rows, so that a page stays a page
        "cards": [card for card in others if card.lit or card.template],
        "ways": [card for card in others if not (card.lit or card.template)],
        "kept_until": kept_until(match),
        "may_read": may_read_pair(person, match),
    }


def walking_context(person: Person, match: Match, walks: list[Match]) -> dict[str, Any]:
    """The page of two who walk: besides the two themselves, what is normal now for each side."""
    context = pair_context(person, match, walks)
    words = normal_now(context["month"])
    own, others = (words.mentee, words.mentor) if context["as_mentee"] else (words.mentor, words.mentee)
    context |= {"normal_now": own, "normal_for_other": others}
    current = current_of(walks)
    if len(current) > 1:
        heavy = next(card.more["heavy_now"] for card in context["cards"] if "heavy_now" in card.more)
        context |= several(person, current, heavy)
    return context


def lamps(month: int) -> list[list[str]]:
    """The year as a road of twelve lamps, stage by stage: those behind, the one here, those ahead."""
    return [
        [_lamp(each, month) for each in range(stage.first_month, stage.last_month + 1)] for stage in STAGES
    ]


def _lamp(each: int, month: int) -> str:
    if each == month:
        return "here"
    return "behind" if each < month else "ahead"


def several(person: Person, current: list[Match], heavy: HeavyNow | None = None) -> dict[str, Any]:
    """For somebody who walks with more than one: their homes, what is new in each, and whose day is heavy."""
    heavy = heavy or heavy_now(person)
    lit = lit_homes(person, current, said_beside=heavy.walks)
    return {"walks": [(walk, walk.pk in lit, walk.pk in heavy.walks) for walk in current], "heavy": heavy}


def current_of(walks: list[Match]) -> list[Match]:
    return [walk for walk in walks if walk.state != MatchState.ENDED]


def waiting_context(person: Person) -> dict[str, Any]:
    roles = roles_of(person)
    return {
        "waits_as_mentee": Role.MENTEE in roles,
        "waits_as_mentor": Role.MENTOR in roles,
        "agreed": has_agreed(person),
        "programme": programme(),
    }


def kept_ended(walks: list[Match]) -> list[Match]:
    """Ended walks whose words are still kept."""
    now = timezone.now()
    return [match for match in walks if (until := kept_until(match)) is not None and now < until]


def kept_until(match: Match) -> datetime | None:
    if match.ended_at is None:
        return None
    return match.ended_at + timedelta(days=settings.ENDED_MATCH_KEPT_DAYS)
