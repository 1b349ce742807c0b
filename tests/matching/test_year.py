from datetime import UTC, date, datetime

import pytest

from tests.factories_match import make_match
from walkalong.matching.queries import month_of
from walkalong.matching.states import EndKind, MatchState
from walkalong.matching.year import STAGES, month_label, month_number, stage_of


@pytest.mark.parametrize(
    ("today", "month"),
    [
        (date(2026, 1, 15), 1),
        (date(2026, 2, 14), 1),
        (date(2026, 2, 15), 2),
        (date(2026, 12, 14), 11),
        (date(2026, 12, 15), 12),
        (date(2027, 1, 14), 12),
        (date(2027, 1, 15), 13),
        (date(2025, 12, 31), 1),
    ],
)
def test_months_are_counted_by_the_calendar_from_the_first_day(today: date, month: int) -> None:
    assert month_number(date(2026, 1, 15), today) == month


@pytest.mark.parametrize(
    ("today", "month"),
    [(date(2026, 2, 27), 1), (date(2026, 2, 28), 2), (date(2026, 3, 30), 2), (date(2026, 3, 31), 3)],
)
def test_a_walk_begun_on_the_31st_turns_on_the_last_day_of_a_short_month(today: date, month: int) -> None:
    assert month_number(date(2026, 1, 31), today) == month


def test_every_month_has_its_stage_and_a_month_beyond_stays_in_the_last() -> None:
    numbers = [stage_of(month).number for month in range(1, 15)]
    assert numbers == [1, 1, 1, 2, 2, 2, 3, 3, 3, 4, 4, 4, 4, 4]


def test_only_the_later_stages_are_marked_as_our_own() -> None:
    assert [stage.our_own for stage in STAGES] == [False, False, True, True]


def test_beyond_the_year_the_month_reads_12_plus() -> None:
    assert [month_label(month) for month in (1, 12, 13, 20)] == ["1", "12", "12+", "12+"]


@pytest.mark.django_db
def test_an_ended_walk_stays_in_the_month_in_which_it_ended() -> None:
    match = make_match(started_on=date(2026, 1, 15))
    match.state, match.end_kind = MatchState.ENDED, EndKind.LEFT
    match.ended_at = datetime(2026, 3, 20, tzinfo=UTC)
    assert month_of(match, date(2026, 11, 1)) == 3
