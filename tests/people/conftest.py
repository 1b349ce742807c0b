import pytest
from django.test import Client

from tests import factories
from walkalong.people import queries


@pytest.fixture(autouse=True)
def _nothing_kept():
    """What a process keeps does not leak from one test into the next."""
    queries.forget_programme()
    yield
    queries.forget_programme()


@pytest.fixture
def programme(db):
    return factories.make_programme()


@pytest.fixture
def staff(db):
    return factories.make_staff("Ines")


@pytest.fixture
def maya(db):
    return factories.make_person("Maya")


@pytest.fixture
def staff_client(staff):
    return factories.sign_in(Client(), staff)
