"""A sealed file that is gone when it is asked for is a page that is not there, never an error."""

import pytest
from django.http import Http404
from django.test import RequestFactory

from walkalong.foundation.crypto import media, serving
from walkalong.foundation.crypto.services import erase_keys
from walkalong.foundation.ids import uuid7

SCOPE = "person:1:journey"

pytestmark = pytest.mark.django_db


def test_taken_back_between_the_question_and_the_answer() -> None:
    row = media.write(scope=SCOPE, media_id=uuid7(), data=b"picture", content_type="image/webp")
    media.erase(row.id)
    with pytest.raises(Http404):
        serving.respond(RequestFactory().get("/"), row.id, "image/webp")


def test_its_keys_were_destroyed() -> None:
    row = media.write(scope=SCOPE, media_id=uuid7(), data=b"picture", content_type="image/webp")
    erase_keys(scope=SCOPE)
    with pytest.raises(Http404):
        serving.respond(RequestFactory().get("/"), row.id, "image/webp")
