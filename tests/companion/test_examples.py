"""Every example is what its move says it is, and fits the feeling it stands for."""

import pytest

from walkalong.companion import MOVES, Feeling, Label, moves_for, read
from walkalong.companion.examples import EXAMPLES, FAMILY
from walkalong.companion.feelings import feelings_in
from walkalong.companion.reader import TRAINED
from walkalong.companion.tokens import tokenize
from walkalong.companion.words import parse_classes

# What only somebody's own telling could have brought in: other people, hours and seasons, things.
TOLD = parse_classes(
    """
told: he him his she her hers they them their brother sister mother father friend evening evenings tonight
    night morning weekend week winter spring summer autumn november year years letter job exam call phone
    boss room
"""
)["told"]
ONES_OWN = {"share", "cheer"}  # their example tells of a feeling of the one who writes
ALL = [(move, example) for move in MOVES for example in EXAMPLES[move.key].values()]


def test_every_move_has_an_example_for_every_feeling() -> None:
    assert set(EXAMPLES) == {move.key for move in MOVES}
    assert set(FAMILY) == set(Feeling)
    for examples in EXAMPLES.values():
        assert set(examples) == set(FAMILY.values())
    assert len({example for _, example in ALL}) == len(ALL)


@pytest.mark.parametrize(("move", "example"), ALL, ids=[example for _, example in ALL])
def test_no_example_would_itself_be_flagged(move, example) -> None:  # type: ignore[no-untyped-def]
    reading = read(example)
    assert not any(sentence.flag for sentence in reading.sentences)


@pytest.mark.parametrize(
    ("move", "example"),
    ALL + [(move, move.example) for move in MOVES],
    ids=lambda each: getattr(each, "key", None),
)
def test_no_example_presumes_what_nobody_said(move, example) -> None:  # type: ignore[no-untyped-def]
    if move.key != "share":  # a story of one's own
        assert not TOLD & {token.word for token in tokenize(example)}


def test_without_a_feeling_none_is_presumed() -> None:
    assert not any(feelings_in(move.example, waits=False) for move in MOVES if move.key not in ONES_OWN)


@pytest.mark.skipif(TRAINED.model is None, reason="the lexicon alone knows too few of the with labels")
def test_most_examples_are_read_as_their_move() -> None:
    right = [move.label in {s.label for s in read(example).sentences} for move, example in ALL]
    assert sum(right) / len(right) >= 0.8


def test_the_example_fits_what_they_feel() -> None:
    (reflect, _) = moves_for(Label.MINIMISE, "I feel so alone since the funeral")
    assert reflect.example == EXAMPLES["reflect"]["lonely"]
    assert moves_for(Label.MINIMISE, "see you at six")[0].example == MOVES[0].example
    assert moves_for(Label.MINIMISE)[0].example == MOVES[0].example
    assert moves_for(Label.VALIDATE, "I'm so sad") == ()
