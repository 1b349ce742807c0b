"""A pair who walk together, and a short way to keep something for a heavy day."""

from collections.abc import Callable
from uuid import uuid4

import pytest

from tests.pair import jonas as jonas
from tests.pair import match as match
from tests.pair import maya as maya
from tests.pair import signed_in as signed_in
from walkalong.journey.heavy.kinds import HopeKind
from walkalong.journey.heavy.models import HopeItem
from walkalong.journey.heavy.services import put_into_hope_box
from walkalong.people.models import Person

Keep = Callable[..., HopeItem]


@pytest.fixture
def keep() -> Keep:
    def kept(by: Person, words: str, kind: HopeKind = HopeKind.WORDS, **more: object) -> HopeItem:
        return put_into_hope_box(by=by, kind=kind, words=words, press_id=uuid4(), **more)  # type: ignore[arg-type]

    return kept
