"""The name under which what two people show each other is live."""

from uuid import UUID

from walkalong.foundation.realtime import publish
from walkalong.journey.steps.models import PairJourney

PREFIX = "journey:"


def topic_of(match_id: UUID) -> str:
    return f"{PREFIX}{match_id}"


def match_id_of(topic: str) -> UUID | None:
    """None when the topic is not a journey's."""
    if not topic.startswith(PREFIX):
        return None
    try:
        return UUID(topic.removeprefix(PREFIX))
    except ValueError:
        return None


def changed(match_id: UUID) -> int:
    """Number a change of what the two see, and tell open pages after the commit. In a transaction."""
    PairJourney.objects.get_or_create(match_id=match_id)
    journey = PairJourney.objects.select_for_update().get(match_id=match_id)
    journey.last_change += 1
    journey.save(update_fields=["last_change"])
    publish(topic_of(match_id), {"type": "journey"})
    return journey.last_change
