"""What is shipped: complete, readable, and of one mind with the companion."""

import re

import pytest

from walkalong import companion
from walkalong.joining import shapes, shipped
from walkalong.joining.views.guide import PAGES
from walkalong.matching.year import STAGES

NAMES = shipped.names()
SITUATIONS = [name for name in NAMES if shapes.kind_of(name) == shapes.Kind.SITUATION]


def words(name: str) -> str:
    return shipped.words_of(name) or ""


@pytest.mark.parametrize("name", NAMES)
def test_every_document_can_be_shown(name: str) -> None:
    assert shapes.read(name, words(name)).title


def test_the_guide_and_the_mentees_page_are_there() -> None:
    assert {*PAGES, "what-to-expect"} <= set(NAMES)


def test_what_one_is_and_is_not_are_three_each() -> None:
    for name in ("what-you-are", "what-you-are-not"):
        assert len(shapes.page(words(name)).sections) == 3


def test_there_are_everyday_situations_with_clear_examples_of_each_side() -> None:
    assert len(SITUATIONS) >= 6
    for name in SITUATIONS:
        situation = shapes.situation(words(name))
        assert len(situation.of("with")) >= 2
        assert len(situation.of("over")) >= 2
        sides = [line.side for line in situation.lines]
        assert sides != sorted(sides)  # the two are mixed: the order gives nothing away
        assert sides != sorted(sides, reverse=True)


@pytest.mark.parametrize("name", SITUATIONS)
def test_the_companion_never_warns_of_what_the_guide_praises(name: str) -> None:
    situation = shapes.situation(words(name))
    for line in situation.of("with"):
        assert companion.read(line.words, situation.said).shown is None, line.words


def test_the_year_has_words_for_every_month_of_every_stage() -> None:
    stages = [name for name in NAMES if shapes.kind_of(name) == shapes.Kind.STAGE]
    lengths = [len(shapes.read(name, words(name)).months) for name in stages]
    assert lengths == [stage.last_month - stage.first_month + 1 for stage in STAGES] + [1]
    assert [shapes.title_of(words(name)) for name in stages[:4]] == [str(stage.name) for stage in STAGES]


@pytest.mark.parametrize("name", NAMES)
def test_nothing_shipped_speaks_of_goals_scores_or_due_dates(name: str) -> None:
    """In the programme's own voice: what a mentor might wrongly say stands in the lists, as an example."""
    read = shapes.read(name, words(name))
    own_voice = words(name)
    if isinstance(read, shapes.Situation):
        own_voice = " ".join(str(line.why) for line in read.lines)
    assert not re.search(r"\b(deadline|streak|score|points|homework|well done|task list)\b", own_voice, re.I)
