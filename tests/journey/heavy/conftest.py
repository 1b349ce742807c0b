"""A pair who walk together, and a short way to keep something for a heavy day."""

from collections.abc import Callable
from uuid import uuid4

import pytest
from django.test import Client

from tests.factories import make_programme, make_staff, sign_in
from tests.factories_match import make_match
from walkalong.journey.heavy.kinds import HopeKind
from walkalong.journey.heavy.models import HopeItem
from walkalong.journey.heavy.services import put_into_hope_box
from walkalong.matching.models import Match
from walkalong.people.models import Person

SignedIn = Callable[[Person], Client]
Keep = Callable[..., HopeItem]


@pytest.fixture
def match(db: None) -> Match:
    make_programme()
    make_staff()
    return make_match()


@pytest.fixture
def maya(match: Match) -> Person:
    return match.mentee


@pytest.fixture
def jonas(match: Match) -> Person:
    return match.mentor


@pytest.fixture
def signed_in() -> SignedIn:
    return lambda person: sign_in(Client(), person)


@pytest.fixture
def keep() -> Keep:
    def kept(by: Person, words: str, kind: HopeKind = HopeKind.WORDS, **more: object) -> HopeItem:
        return put_into_hope_box(by=by, kind=kind, words=words, press_id=uuid4(), **more)  # type: ignore[arg-type]

    return kept
