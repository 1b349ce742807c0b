"""Drafts are cut as people chat, and every place stays exact."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from walkalong.companion.sentences import split_sentences


def cut(draft: str) -> list[str]:
    return [draft[start:end] for start, end in split_sentences(draft)]


@pytest.mark.parametrize(
    ("draft", "sentences"),
    [
        ("", []),
        (" \n\t ", []),
        ("that sounds hard", ["that sounds hard"]),
        ("That sounds hard. I'm here.", ["That sounds hard.", "I'm here."]),
        ("that sounds hard. you should rest", ["that sounds hard.", "you should rest"]),
        ("really?? wow!! ok", ["really??", "wow!!", "ok"]),
        ("I don't know... maybe it is fine", ["I don't know... maybe it is fine"]),
        ("I don't know... Maybe it is fine", ["I don't know...", "Maybe it is fine"]),
        ("well… you know", ["well… you know"]),
        ("Ask Dr. Meyer e.g. by mail. Or not.", ["Ask Dr. Meyer e.g. by mail.", "Or not."]),
        ("See you at 7 p.m. tomorrow. Bye", ["See you at 7 p.m. tomorrow.", "Bye"]),
        ("It was 3.5 km. Phew", ["It was 3.5 km.", "Phew"]),
        ("one\n\ntwo\r\nthree", ["one", "two", "three"]),
        ("1. breathe\n2. walk", ["1. breathe", "2. walk"]),
        ("1. the open letter 2. the call", ["1. the open letter 2. the call"]),
        ("I slept at 2. Then I woke.", ["I slept at 2.", "Then I woke."]),
        ("so proud of you 🎉🎉 you did it again", ["so proud of you 🎉🎉", "you did it again"]),
        ("I ❤️ your song", ["I ❤️ your song"]),
        ("Nice! 🎉 See you", ["Nice! 🎉", "See you"]),
        ('She said "go." Then left.', ['She said "go."', "Then left."]),
        ("look at https://example.org/a.b?c=d now", ["look at https://example.org/a.b?c=d now"]),
        ("👩‍👩‍👧 are here. Good", ["👩‍👩‍👧 are here.", "Good"]),
        ("  spaced out.   Twice  ", ["spaced out.", "Twice"]),
    ],
)
def test_a_draft_is_cut_as_people_chat(draft: str, sentences: list[str]) -> None:
    assert cut(draft) == sentences


@settings(max_examples=300, deadline=None)
@given(st.text(alphabet=st.one_of(st.characters(), st.sampled_from(" .!?…\n\"')🙂❤️\u200da")), max_size=200))
def test_nothing_but_white_space_is_lost_and_the_order_holds(draft: str) -> None:
    spans = split_sentences(draft)
    at = 0
    for start, end in spans:
        assert at <= start < end <= len(draft)
        assert not draft[at:start].strip()
        assert draft[start:end] == draft[start:end].strip()
        at = end
    assert not draft[at:].strip()
