"""A pair who can talk, and a short way to say something."""

from collections.abc import Callable
from uuid import uuid4

import pytest
from django.test import Client

from tests.factories import make_programme, make_staff, sign_in
from tests.factories_match import make_match
from walkalong.conversation.models import Message
from walkalong.conversation.services import send_message
from walkalong.matching.models import Match
from walkalong.people.models import Person

JSON = {"accept": "application/json"}
Say = Callable[..., Message]


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
def say(match: Match) -> Say:
    def said(by: Person, words: str, **more: object) -> Message:
        return send_message(by=by, match=match, body=words, client_id=uuid4(), **more)  # type: ignore[arg-type]

    return said


@pytest.fixture
def signed_in(match: Match) -> Callable[[Person], Client]:
    return lambda person: sign_in(Client(), person)


def posted(person: Person, words: str, **more: object) -> dict[str, object]:
    """The fields of the composer's form."""
    return {"author": str(person.pk), "client_id": str(uuid4()), "body": words, **more}
