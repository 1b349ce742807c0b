"""The companion's reading of a draft as marks the composer can draw. For the mentor's eyes; kept nowhere.

Whatever goes wrong inside becomes silence: an error report would carry the draft, and the companion is never
worth an error page.
"""

from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext

from walkalong import companion
from walkalong.companion import Move, Reading, Sentence
from walkalong.conversation import companion_words

Marks = dict[str, Any]
SILENCE: Marks = {"marks": []}


def marks_for(draft: str, before: str) -> Marks:
    """Marks with offsets in UTF-16 units, as scripts count; SILENCE when there is nothing to say."""
    try:
        return _marks(draft, before, companion.read(draft, before or None))
    except Exception:
        return SILENCE


def _marks(draft: str, before: str, reading: Reading) -> Marks:
    """Every sentence that could be shown. The page shows at most one of them: the surest whose label the
    mentor has not muted, which only their own device knows.
    """
    praised = reading.praise
    found = [
        _mark(draft, before, sentence, praised=sentence is praised)
        for sentence in reading.sentences
        if sentence.flag or walks_with(sentence)
    ]
    return {"marks": found, "note": _aside(reading)}


# Why it is quiet, where silence could be taken for approval. Of safety it says nothing: it may be wrong.
SAID_WHEN_QUIET = ("quiet_not_english", "quiet_too_long")


def _aside(reading: Reading) -> str:
    key = reading.quiet if reading.quiet in SAID_WHEN_QUIET else reading.note
    return companion_words.why(key) if key else ""


SURE_ENOUGH_TO_MARK = 0.6


def walks_with(sentence: Sentence) -> bool:
    return sentence.group.side == "with" and sentence.p >= SURE_ENOUGH_TO_MARK


def _mark(draft: str, before: str, sentence: Sentence, *, praised: bool) -> dict[str, Any]:
    return {
        "start": _utf16(draft, sentence.start),
        "end": _utf16(draft, sentence.end),
        "label": str(sentence.label),
        "side": str(sentence.group.side),
        "flag": sentence.flag,
        "p": sentence.p,
        "praise": praised,
        "why": companion_words.why(sentence.why_key, sentence.triggers),
        "moves": [_told(move) for move in _moves_for(sentence, before)],
    }


def _moves_for(sentence: Sentence, before: str) -> Iterable[Move]:
    return companion.moves_for(sentence.label, before) if sentence.flag else ()


def _told(move: Move) -> dict[str, str]:
    """With the example that fits what the mentee feels; companion_examples marks them for translation."""
    return {**companion_words.move(move.key), "example": gettext(move.example)}


def _utf16(text: str, code_points: int) -> int:
    return len(text[:code_points].encode("utf-16-le", "surrogatepass")) // 2
