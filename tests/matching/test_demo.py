from datetime import UTC, datetime

import pytest
import time_machine

from walkalong.matching import demo
from walkalong.matching.models import Match
from walkalong.matching.queries import matches_of, month_of
from walkalong.people import demo as people

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("today", [datetime(2026, 3, 1, tzinfo=UTC), datetime(2026, 12, 31, tzinfo=UTC)])
def test_the_demo_pairs_stand_where_the_cast_says_on_any_day_and_loading_twice_changes_nothing(today) -> None:
    with time_machine.travel(today):
        cast = people.load()
        demo.load(cast)
        demo.load(cast)
        months = {match.mentee.display_name: month_of(match) for match in Match.objects.all()}
    assert months == {"Maya": 3, "Ravi": 7, "Aoife": 11}
    assert len(matches_of(cast["mentor"])) == 2
    assert matches_of(cast["waiting_mentee"]) == matches_of(cast["waiting_mentor"]) == []
