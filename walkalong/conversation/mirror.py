"""A mentor looks at their own last conversation through the companion: read on the spot, kept nowhere (S3).

No counting and no sum: it shows sentences and what they do, the good first, as beside a draft.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from walkalong import companion
from walkalong.companion import Sentence
from walkalong.conversation import companion_words, queries
from walkalong.conversation.companion_marks import walks_with
from walkalong.conversation.models import Message
from walkalong.matching.models import Match
from walkalong.people.models import Person

A_PAUSE = timedelta(hours=12)  # between two conversations
MOST_MESSAGES = 20
MOST_PRAISED = 2


@dataclass(frozen=True, slots=True)
class Seen:
    """One sentence and what the companion says of it."""

    words: str
    why: str


@dataclass(frozen=True, slots=True)
class Looked:
    """One message of one's own, as the companion reads it."""

    at: datetime
    words: str
    praised: list[Seen]
    note: Seen | None


def last_conversation(person: Person, match: Match) -> list[Looked]:
    """What this member said in the latest run of messages, in its order. Two queries at most."""
    return [_looked(message, before) for message, before in _own_words(person, match)[-MOST_MESSAGES:]]


def _own_words(person: Person, match: Match) -> list[tuple[Message, str]]:
    """Own messages of the latest run that has any, each with what the other had said before it."""
    own: list[tuple[Message, str]] = []
    theirs = ""
    last_at: datetime | None = None
    begins = False
    for message in queries.newest(match).messages:
        begins = begins or (last_at is not None and message.created_at - last_at > A_PAUSE)
        last_at = message.created_at
        if message.taken_back_at is not None or not message.body:
            continue
        if message.author_id != person.pk:
            theirs = message.body
            continue
        if begins:
            own, begins = [], False
        own.append((message, theirs))
    return own


def _looked(message: Message, before: str) -> Looked:
    words = message.body or ""
    try:
        sentences: Sequence[Sentence] = companion.read(words, before or None).sentences
    except Exception:  # an error report would carry the words, and silence is always allowed
        sentences = ()
    praised = [_seen(sentence) for sentence in sentences if walks_with(sentence)]
    note = next((_seen(sentence) for sentence in sentences if sentence.shown), None)
    return Looked(message.created_at, words, praised[:MOST_PRAISED], note)


def _seen(sentence: Sentence) -> Seen:
    return Seen(sentence.text.strip(), companion_words.why(sentence.why_key, sentence.triggers))
