"""Two open pages of one journey: each hears that something changed, and when both lamps burn.

No words travel here: a page that hears of a change reads itself anew.
"""

from typing import Any

from django.db.models import Count

from walkalong.foundation.realtime import CatchUp, NotAllowed
from walkalong.journey.steps.models import Lamp, PairJourney
from walkalong.journey.steps.rules import may_see_shared
from walkalong.journey.steps.topics import match_id_of, topic_of
from walkalong.matching.models import Match
from walkalong.matching.queries import matches_of
from walkalong.matching.states import MatchState
from walkalong.people.models import Person


class JourneyStream:
    """See foundation.realtime for when each of these is called."""

    name = "journey"

    def topics(self, person: Person) -> list[str]:
        return [topic_of(match.pk) for match in matches_of(person) if match.state != MatchState.ENDED]

    def catch_up(self, person: Person, topic: str, since: int | None) -> CatchUp:
        journey = _read(person, topic)
        last = journey.last_change
        frame: dict[str, Any] = {
            "type": "journey",
            "last": last,
            "state": journey.match.state,
            "together": "",
        }
        if since is not None and 0 <= since < last:
            frame["together"] = _lit_together_since(journey.match, since)
        return CatchUp(frames=[frame], cursor=last)

    def from_client(self, person: Person, topic: str, frame: dict[str, Any]) -> dict[str, Any] | None:
        return None


def _read(person: Person, topic: str) -> PairJourney:
    """Membership and place, asked again at every delivery."""
    match_id = match_id_of(topic)
    if match_id is None:
        raise NotAllowed
    match = Match.objects.select_related("mentee", "mentor", "journey").filter(pk=match_id).first()
    if not may_see_shared(person, match) or match is None:
        raise NotAllowed
    journey: PairJourney | None = getattr(match, "journey", None)
    if journey is None:
        journey = PairJourney(match=match)
    journey.match = match
    return journey


def _lit_together_since(match: Match, since: int) -> str:
    """The step whose second lamp was lit after this change, if any; the latest of several."""
    fresh = (
        Lamp.objects.filter(match=match, change__gt=since).order_by("-change").values_list("step", flat=True)
    )
    burning = (
        Lamp.objects.filter(match=match, step__in=list(fresh[:10]))
        .values("step")
        .annotate(lamps=Count("id"))
        .filter(lamps=2)
        .values_list("step", flat=True)
    )
    together = set(burning)
    return next((str(step) for step in fresh[:10] if step in together), "")
