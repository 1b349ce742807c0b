"""What the companion says to an answer tried out in the guide. In memory alone: nothing is kept or logged.

Whatever goes wrong inside becomes silence: an error report would carry the words.
"""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from walkalong import companion
from walkalong.companion import Reading, Sentence

SURE_ENOUGH_TO_MARK = 0.6
# Why it is quiet, where silence could be taken for approval.
SAID_WHEN_QUIET = frozenset({"quiet_not_english", "quiet_too_long", "quiet_safety"})


@dataclass(frozen=True)
class Piece:
    """A stretch of what was typed, and how it comes across: "with", "over" or nothing."""

    text: str
    side: str = ""


@dataclass(frozen=True)
class Heard:
    """`praised` first, then at most one `note`. `aside` is said of the whole, or of why nothing is said."""

    pieces: tuple[Piece, ...] = ()
    praised: tuple[tuple[str, str], ...] = ()  # the sentence, and what is good about it
    note: str = ""
    noted: str = ""
    moves: tuple[dict[str, str], ...] = ()
    aside: str = ""
    safety: bool = False  # help is named first; of danger the companion knows nothing

    @property
    def silent(self) -> bool:
        return not (self.praised or self.note or self.aside)


def hear(words: str, said: str) -> Heard:
    """How an answer to `said` comes across."""
    try:
        return _heard(words, companion.read(words, said or None))
    except Exception:
        return Heard()


def _heard(words: str, reading: Reading) -> Heard:
    shown = reading.shown
    good = [sentence for sentence in reading.sentences if _walks_with(sentence)]
    key = reading.quiet if reading.quiet in SAID_WHEN_QUIET else reading.note
    return Heard(
        pieces=tuple(_pieces(words, good, shown)),
        praised=tuple((sentence.text, _why(sentence)) for sentence in good),
        note=_why(shown) if shown else "",
        noted=shown.text if shown else "",
        moves=tuple(_move(move) for move in companion.moves_for(shown.label)) if shown else (),
        aside=_(companion.WHYS[key]) if key else "",
        safety=key == "quiet_safety",
    )


def _walks_with(sentence: Sentence) -> bool:
    return sentence.group.side == "with" and sentence.p >= SURE_ENOUGH_TO_MARK


def _pieces(words: str, good: list[Sentence], shown: Sentence | None) -> list[Piece]:
    pieces, position = [], 0
    marked = [(sentence, "with") for sentence in good] + ([(shown, "over")] if shown else [])
    for sentence, side in sorted(marked, key=lambda mark: mark[0].start):
        pieces.append(Piece(words[position : sentence.start]))
        pieces.append(Piece(words[sentence.start : sentence.end], side))
        position = sentence.end
    return [piece for piece in [*pieces, Piece(words[position:])] if piece.text]


# These sentences are marked for translation in conversation.companion_words, and looked up here.
def _why(sentence: Sentence) -> str:
    return _(companion.WHYS[sentence.why_key]).replace("{words}", " … ".join(sentence.triggers))


def _move(move: companion.Move) -> dict[str, str]:
    return {"name": _(move.name), "says": _(move.says), "example": _(move.example)}
