"""What is normal now, for each side, in each month of a match: the programme's words.

They describe and never prescribe: no goal, no task, nothing anybody could be late with.
"""

from dataclasses import dataclass

from walkalong.joining import queries
from walkalong.joining.shapes import MonthWords, YearStage
from walkalong.matching.year import LAST_MONTH, STAGES, Stage, stage_of


def normal_now(month: int) -> MonthWords:
    """What is normal in this month, counted from 1; a month beyond the year has its own words."""
    if month > LAST_MONTH:
        return queries.month_words(len(STAGES) + 1, 1)
    stage = stage_of(month)
    return queries.month_words(stage.number, month - stage.first_month + 1)


@dataclass(frozen=True)
class StageOfYear:
    """A stage as the year's page shows it. `our_own`: no published description of it was found."""

    words: YearStage
    our_own: bool
    changed: bool
    first_month: int

    @property
    def months(self) -> list[tuple[int, MonthWords]]:
        return list(enumerate(self.words.months, self.first_month))


def whole_year() -> list[StageOfYear]:
    after = Stage(len(STAGES) + 1, "", LAST_MONTH + 1, LAST_MONTH + 1)
    return [
        StageOfYear(words, stage.our_own, found.number > 0, stage.first_month)
        for stage, (found, words) in zip((*STAGES, after), queries.stages(), strict=True)
    ]
