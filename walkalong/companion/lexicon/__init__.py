"""The lexicon: tables of patterns, one file for each group of labels, read once."""

from walkalong.companion.lexicon import (
    ally,
    authority,
    clinician,
    coach,
    encourager,
    faint,
    friend,
    hand_back,
    minimising,
    moments,
    neutral,
    tough_love,
)
from walkalong.companion.phrases import PhraseBook, parse_cues

TABLES = (
    friend,
    encourager,
    ally,
    hand_back,
    authority,
    coach,
    clinician,
    tough_love,
    minimising,
    neutral,
    faint,
)
CUES = [cue for table in TABLES for cue in parse_cues(table.CUES)]
BOOK = PhraseBook.of(CUES)
# Content words that only English has: they help to tell that a short text is English.
KNOWN_WORDS = frozenset(word for cue in CUES for slot in cue.slots for word in slot.words if len(word) > 4)

ASKED_FOR_IDEAS = PhraseBook.of(parse_cues(moments.ASKED_FOR_IDEAS))
WANTS_NO_IDEAS = PhraseBook.of(parse_cues(moments.WANTS_NO_IDEAS))
IN_DANGER = PhraseBook.of(parse_cues(moments.IN_DANGER))
IN_PAIN = PhraseBook.of(parse_cues(moments.IN_PAIN))

__all__ = ["ASKED_FOR_IDEAS", "BOOK", "CUES", "IN_DANGER", "IN_PAIN", "KNOWN_WORDS", "WANTS_NO_IDEAS"]
