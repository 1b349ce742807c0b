"""Two who walk together, and a short way to tell something."""

from collections.abc import Callable
from uuid import uuid4

import pytest
from django.test import Client

from tests.factories import make_programme, sign_in
from tests.factories_match import make_match
from walkalong.journey.story.models import StoryPiece
from walkalong.journey.story.services import tell_piece
from walkalong.matching.models import Match
from walkalong.people.models import Person, ShownTo

Tell = Callable[..., StoryPiece]


@pytest.fixture
def match(db: None) -> Match:
    make_programme()
    return make_match()


@pytest.fixture
def maya(match: Match) -> Person:
    return match.mentee


@pytest.fixture
def jonas(match: Match) -> Person:
    return match.mentor


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


@pytest.fixture
def signed_in(match: Match) -> Callable[[Person], Client]:
    return lambda person: sign_in(Client(), person)
