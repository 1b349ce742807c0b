"""What a reading promises to those who show it."""

import dataclasses

import pytest

from walkalong.companion import MOVES, WHYS, Group, Label, Reading, moves_for, read, why_text
from walkalong.companion.labels import GROUP_OF, NEVER_FLAGGED, OVER
from walkalong.companion.lexicon import CUES
from walkalong.companion.scorer import LexiconScorer, Scored

PAIN = "I feel so alone since the funeral"


def test_places_point_into_the_untouched_draft() -> None:
    draft = "  🙂 That sounds hard.\r\n\tYou should call him!  "
    reading = read(draft)
    assert [sentence.text for sentence in reading.sentences] == [
        "🙂 That sounds hard.",
        "You should call him!",
    ]
    for sentence in reading.sentences:
        assert draft[sentence.start : sentence.end] == sentence.text
        assert sentence.start <= sentence.words[0][0] < sentence.words[0][1] <= sentence.end
    assert reading.sentences[1].triggers == ("You should",)


def test_at_most_one_sentence_is_shown_and_it_is_the_surest() -> None:
    reading = read("You should call him. At least you have a job. Stop making excuses. You need to move out.")
    assert sum(sentence.flag for sentence in reading.sentences) >= 3
    shown = [sentence for sentence in reading.sentences if sentence.shown]
    assert shown == [max((s for s in reading.sentences if s.flag), key=lambda s: s.p)]
    assert reading.shown is shown[0]


def test_praise_is_the_first_sentence_that_walks_with() -> None:
    reading = read("Hi! That sounds really hard. I'm here for you. You should call him.")
    assert reading.praise is not None
    assert reading.praise.text == "That sounds really hard."
    assert read("You should call him.").praise is None


def test_a_reading_cannot_be_changed() -> None:
    reading = read("You should call him.")
    with pytest.raises(dataclasses.FrozenInstanceError):
        reading.over = 0.0  # type: ignore[misc]
    assert not hasattr(reading, "__dict__")
    assert not hasattr(reading.sentences[0], "__dict__")


def test_asked_for_ideas_turns_the_flag_into_a_note() -> None:
    assert read("You could write to her.", "what should i do??").note == "they_asked"
    assert read("You could write to her.", "I cried all day").note is None
    told_off = read("Stop making excuses.", "What should I do?")
    assert told_off.shown is not None


def test_a_story_before_the_feeling_is_hinted_at_only_in_reply_to_pain() -> None:
    story = "When I lost my dad I slept on the couch for weeks."
    assert read(story, PAIN).note == "story_before_feeling"
    assert read("That sounds so lonely. " + story, PAIN).note is None
    assert read(story, "did you see the match?").note is None


@pytest.mark.parametrize(
    "before", ["I want to die", "i took all the pills", "my dad hit me again", "im suicidal"]
)
def test_a_safety_moment_silences_everything(before: str) -> None:
    reading = read("You should calm down. It could be worse.", before)
    assert reading.quiet == "quiet_safety"
    assert reading.shown is None
    assert reading.note is None


@pytest.mark.parametrize(
    "before", ["this traffic is killing me", "that song killed me lol", "he killed it on stage"]
)
def test_idioms_are_no_safety_moment(before: str) -> None:
    assert read("You should call him.", before).quiet is None


def test_care_for_safety_is_never_flagged_and_quiets_the_rest() -> None:
    reading = read("Are you thinking about suicide? You should call me. Stop making excuses.")
    assert reading.sentences[0].label is Label.SAFETY_CARE
    assert reading.quiet == "quiet_safety"
    assert not any(sentence.flag for sentence in reading.sentences)


def test_the_probabilities_are_probabilities() -> None:
    for scored in LexiconScorer().score(["", "You should go.", "That sounds hard, but you need to move on."]):
        assert sum(scored.p.values()) == pytest.approx(1.0)
        assert 0.0 < scored.over < 1.0
    assert set(scored.p) == set(Label)


def test_what_nothing_speaks_for_is_neutral_and_unsure() -> None:
    (sentence,) = read("The train to the coast takes three hours.").sentences
    assert sentence.label is Label.NEUTRAL
    assert not sentence.flag


def test_a_model_can_take_the_lexicons_place() -> None:
    class Reversed(LexiconScorer):
        def score(self, sentences, before=""):  # type: ignore[no-untyped-def]
            return super().score(["That sounds hard." for _ in sentences])

    assert read("You should call him.", scorer=Reversed()).sentences[0].label is Label.VALIDATE


def test_every_label_has_a_group_and_only_over_labels_are_flagged() -> None:
    assert set(GROUP_OF) == set(Label)
    assert len(Label) == 16
    assert set(OVER).isdisjoint(NEVER_FLAGGED)
    assert {label.group for label in OVER} == {group for group in Group if group.side == "over"}


def test_every_reason_a_cue_can_give_has_its_words() -> None:
    assert {cue.why for cue in CUES} <= set(WHYS)
    assert "{words}" not in why_text("tells_what_to_do", "you should")
    over = {cue.why for cue in CUES if cue.target in OVER and cue.weight > 0}
    assert all("{words}" in WHYS[key] for key in over)


def test_every_label_can_be_reached_by_some_cue() -> None:
    assert {cue.target for cue in CUES if isinstance(cue.target, Label)} == set(Label)


def test_every_cue_can_be_read_and_no_pattern_stands_twice_for_one_target() -> None:
    seen = [(cue.target, cue.pattern, cue.weight > 0) for cue in CUES]
    assert len(seen) == len(set(seen))


def test_the_seven_moves_read_as_what_they_are() -> None:
    assert len(MOVES) == 7
    for move in MOVES:
        reading = read(move.example)
        assert move.label in {sentence.label for sentence in reading.sentences}, move.key
        assert not any(sentence.flag for sentence in reading.sentences)


def test_moves_are_offered_for_what_talks_over_and_only_then() -> None:
    assert all(1 <= len(moves_for(label)) <= 2 for label in OVER)
    assert moves_for(Label.VALIDATE) == ()


def test_an_empty_draft_is_quiet() -> None:
    empty = read("")
    assert isinstance(empty, Reading)
    assert empty.sentences == ()
    assert empty.quiet == "quiet_empty"
    assert 0.0 <= empty.over <= 1.0


def test_naming_a_service_outside_danger_silences_nothing() -> None:
    class Naming(LexiconScorer):
        def score(self, sentences, before=""):  # type: ignore[no-untyped-def]
            p = {label: 0.0 for label in Label}
            p |= {Label.SAFETY_CARE: 0.7, Label.ADVISE: ADVICE_IN_IT}
            return [Scored(p, {}) for _ in sentences]

    ADVICE_IN_IT = 0.3
    assert read("There is a debt line for that.", scorer=Naming()).quiet is None
    ADVICE_IN_IT = 0.05
    assert read("Is anybody with you tonight?", scorer=Naming()).quiet == "quiet_safety"
