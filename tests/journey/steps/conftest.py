"""A pair on their way, and short words for naming a step."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.utils import timezone

from tests.factories import make_programme, make_staff
from tests.factories_match import make_match
from tests.pair import jonas as jonas
from tests.pair import maya as maya
from tests.pair import signed_in as signed_in
from walkalong.journey.steps.kinds import Kind
from walkalong.journey.steps.models import Step
from walkalong.journey.steps.services import name_step
from walkalong.matching.models import Match
from walkalong.people.models import Person

Name = Callable[..., Step]


@pytest.fixture
def match(db: None) -> Match:
    make_programme()
    make_staff()
    return make_match(started_on=timezone.now().date() - timedelta(days=20))


@pytest.fixture
def name(match: Match) -> Name:
    """`name(maya, "got up", show=True)`"""

    def named(by: Person, words: str, *, show: bool = False, **more: object) -> Step:
        facts = {"kind": Kind.STEP, "share_with": [match] if show else [], **more}
        return name_step(by=by, words=words, **facts)  # type: ignore[arg-type]

    return named
