"""The words for feelings: whose they are, what denies them, and what only sounds like one."""

import time

import pytest

from walkalong.companion.felt_words import Feeling, named_in


@pytest.mark.parametrize(
    ("message", "feeling"),
    [
        ("never been so happy", Feeling.HAPPY),
        ("not just sad, broken", Feeling.SAD),
        ("I can't stop crying", Feeling.SAD),
        ("we are so relieved", Feeling.RELIEVED),
        ("my sister left and I feel alone", Feeling.LONELY),
        ("I was let down again", Feeling.HURT),
    ],
)
def test_a_feeling_of_ones_own_is_named(message: str, feeling: Feeling) -> None:
    assert feeling in named_in(message).strength


@pytest.mark.parametrize(
    "message",
    [
        "I sat down and put the phone down",
        "I used to walk there",
        "my stomach hurts",
        "I lost my keys",
        "happy birthday to your son",
        "I'm afraid I can't make Friday",
        "happy to do Wednesday",
    ],
)
def test_what_only_sounds_like_a_feeling_is_not(message: str) -> None:
    assert named_in(message).strength == {}


def test_what_is_denied_and_what_is_anothers_is_remembered_as_such() -> None:
    named = named_in("I'm not sad. My wife is worried.")
    assert named.denied == {Feeling.SAD}
    assert named.anothers == {Feeling.WORRIED}
    assert named.silent == {Feeling.SAD, Feeling.WORRIED}


def test_a_feeling_denied_once_and_there_later_is_there() -> None:
    named = named_in("I wasn't sad then. I am sad now.")
    assert Feeling.SAD in named.strength
    assert Feeling.SAD not in named.silent


def test_of_a_very_long_message_the_end_is_read_and_quickly() -> None:
    began = time.process_time()
    named = named_in("so sad. " * 20_000 + "I am proud of it.")
    assert time.process_time() - began < 0.05
    assert Feeling.PROUD in named.strength
