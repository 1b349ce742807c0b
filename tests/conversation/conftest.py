"""A pair who can talk, and a short way to say something."""

from collections.abc import Callable
from uuid import uuid4

import pytest

from tests.pair import jonas as jonas
from tests.pair import match as match
from tests.pair import maya as maya
from tests.pair import signed_in as signed_in
from walkalong.conversation.models import Message
from walkalong.conversation.services import send_message
from walkalong.matching.models import Match
from walkalong.people.models import Person

JSON = {"accept": "application/json"}
Say = Callable[..., Message]


@pytest.fixture
def say(match: Match) -> Say:
    def said(by: Person, words: str, **more: object) -> Message:
        return send_message(by=by, match=match, body=words, client_id=uuid4(), **more)  # type: ignore[arg-type]

    return said


def posted(person: Person, words: str, **more: object) -> dict[str, object]:
    """The fields of the composer's form."""
    return {"author": str(person.pk), "client_id": str(uuid4()), "body": words, **more}
