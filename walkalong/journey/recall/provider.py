"""What the composer of the other asks, through matching."""

from walkalong.journey.recall.queries import agreed_for_other, offered_to_other
from walkalong.matching.models import Match
from walkalong.matching.strengths import Strength
from walkalong.people.models import Person


class RecalledSteps:
    def offers(self, match: Match, reader: Person) -> bool:
        return agreed_for_other(match, reader)

    def recall(self, match: Match, reader: Person, moment: str) -> list[Strength]:
        return [
            Strength(one.happened_on, one.words, one.is_from_here, one.said_from_here_on)
            for one in offered_to_other(match, reader, moment)
        ]
