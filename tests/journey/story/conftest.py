"""Two who walk together, and a short way to tell something."""

from collections.abc import Callable
from uuid import uuid4

import pytest

from tests.pair import jonas as jonas
from tests.pair import match as match
from tests.pair import maya as maya
from tests.pair import signed_in as signed_in
from walkalong.journey.story.models import StoryPiece
from walkalong.journey.story.services import tell_piece
from walkalong.matching.models import Match
from walkalong.people.models import Person, ShownTo

Tell = Callable[..., StoryPiece]


@pytest.fixture
def tell(match: Match) -> Tell:
    def told(
        by: Person, words: str = "I draw on buses.", to: ShownTo = ShownTo.OTHER, **more: object
    ) -> StoryPiece:
        facts = {
            "title": "",
            "in_introduction": False,
            "showing": {match.pk: to},
            "press_id": uuid4(),
            **more,
        }
        return tell_piece(by=by, words=words, **facts)  # type: ignore[arg-type]

    return told
