"""Two who walk together, for the rooms that are about the two of them: a conftest takes what it needs."""

from collections.abc import Callable

import pytest
from django.test import Client

from tests.factories import make_programme, make_staff, sign_in
from tests.factories_match import make_match
from walkalong.matching.models import Match
from walkalong.people.models import Person

SignedIn = Callable[[Person], Client]


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
