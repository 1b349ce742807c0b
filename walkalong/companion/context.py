"""What the moment changes. It may only ever make the companion say less, or say it more softly."""

from dataclasses import dataclass

from walkalong.companion.lexicon import ASKED_FOR_IDEAS, IN_DANGER, IN_PAIN, WANTS_NO_IDEAS
from walkalong.companion.sentences import split_sentences
from walkalong.companion.tokens import Token, tokenize

# The end of a long message is what a reply answers; reading all of it would only cost time.
LAST_SENTENCES = 30


@dataclass(frozen=True, slots=True)
class Moment:
    asked_for_ideas: bool = False
    in_danger: bool = False
    in_pain: bool = False


def moment_of(before: str | None) -> Moment:
    """Read the mentee's last message for three things, in memory, and forget it."""
    if not before:
        return Moment()
    spans = split_sentences(before)[-LAST_SENTENCES:]
    said = [tokenize(before[start:end]) for start, end in spans]
    return Moment(
        asked_for_ideas=any(_asks(tokens) for tokens in said),
        in_danger=any(IN_DANGER.hits(tokens) for tokens in said),
        in_pain=any(IN_PAIN.hits(tokens) for tokens in said),
    )


def speaks_of_danger(sentence: str) -> bool:
    return bool(IN_DANGER.hits(tokenize(sentence)))


def _asks(tokens: list[Token]) -> bool:
    return bool(ASKED_FOR_IDEAS.hits(tokens)) and not WANTS_NO_IDEAS.hits(tokens)
