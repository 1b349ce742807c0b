from collections.abc import Callable

import pytest
from django.test import Client

from tests.factories import make_person, make_staff, sign_in
from walkalong.people.models import Person, Role


@pytest.fixture
def maya(db: None) -> Person:
    return make_person("Maya", (Role.MENTEE,))


@pytest.fixture
def jonas(db: None) -> Person:
    return make_person("Jonas", (Role.MENTOR,))


@pytest.fixture
def ines(db: None) -> Person:
    return make_staff("Ines")


@pytest.fixture
def ben(db: None) -> Person:
    return make_staff("Ben")


@pytest.fixture
def signed_in() -> Callable[[Person], Client]:
    return lambda person: sign_in(Client(), person)
