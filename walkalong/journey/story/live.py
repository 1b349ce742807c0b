"""An open page of the other's story looks again at once when something is shown or taken back.

Only a mark passes: whether what may be seen is still what the page shows. The page then asks for itself.
"""

from typing import Any
from uuid import UUID

from walkalong.foundation.realtime import CatchUp, NotAllowed
from walkalong.journey.story.queries import current_matches_of, seen_by_other
from walkalong.journey.story.telling import PREFIX, topic_of
from walkalong.matching.models import Match
from walkalong.matching.queries import other_member
from walkalong.people.models import Person


class StoryStream:
    """See foundation.realtime for when each of these is called."""

    name = "story"

    def topics(self, person: Person) -> list[str]:
        return [topic_of(match) for match in current_matches_of(person)]

    def catch_up(self, person: Person, topic: str, since: int | None) -> CatchUp:
        match = _match(person, topic)
        mark = seen_by_other(match, other_member(match, person)).mark
        return CatchUp(frames=[{"type": "story", "mark": mark}])

    def from_client(self, person: Person, topic: str, frame: dict[str, Any]) -> None:
        return None


def _match(person: Person, topic: str) -> Match:
    try:
        match_id = UUID(topic.removeprefix(PREFIX))
    except ValueError:
        raise NotAllowed from None
    found = next((match for match in current_matches_of(person) if match.pk == match_id), None)
    if found is None or not person.is_active:
        raise NotAllowed
    return found
