"""Turn a sentence into plain words, so that spelling, case and apostrophes change nothing.

A token keeps its place in the sentence; several tokens may share one place ("don't" is read as "do not").
"""

import re
from dataclasses import dataclass

from walkalong.companion.spelling import CHAT_SPELLINGS, mend

# Beyond this a "sentence" is a wall of text; reading on would cost time and earn nothing.
MOST_TOKENS = 90

WORD = re.compile(r"https?://\S+|[^\W\d_]+(?:['’ʼ`´‘][^\W\d_]+)*['’]?|\d+(?::\d+)?|[?!.,;:…—–-]")
PAUSES = frozenset(",;:—–-….!?")
_OPENERS = """
so and but well ok okay hey hi oh ah also then now maybe perhaps please just honestly or because yeah
yes no mm um uh hmm right sure look anyway plus first firstly second secondly third next finally again
still definitely alternatively otherwise instead actually personally sometimes
"""
OPENERS = frozenset(_OPENERS.split())
PIVOTS = frozenset({"but", "so", "then", "now", "though", "however", "although"})
ENDINGS = {"re": "are", "ve": "have", "ll": "will", "m": "am", "d": "would"}
IS_AFTER = frozenset(
    {
        "it",
        "that",
        "this",
        "what",
        "how",
        "who",
        "where",
        "when",
        "why",
        "there",
        "here",
        "he",
        "she",
        "everything",
        "something",
    }
)
SHORT_NOT = {"can't": "can", "won't": "will", "shan't": "shall", "ain't": "is"}


@dataclass(frozen=True, slots=True)
class Token:
    word: str
    start: int
    end: int
    opens: bool  # begins a clause
    heads: bool  # begins the sentence, small opening words aside


def tokenize(sentence: str) -> list[Token]:
    """At most MOST_TOKENS tokens; commas and dashes only leave their mark on the word that follows."""
    tokens: list[Token] = []
    opens = heads = True
    for match in WORD.finditer(sentence):
        raw = match.group()
        if raw == "-" and _joins_words(sentence, match.start()):
            continue
        if raw in PAUSES:
            opens = True
            if raw in "?!":
                tokens.append(Token(raw, match.start(), match.end(), False, False))
            continue
        for word in words_of(raw):
            tokens.append(Token(word, match.start(), match.end(), opens, heads))
            stays = opens and word in OPENERS
            heads = heads and stays
            opens = stays or word in PIVOTS
        if len(tokens) >= MOST_TOKENS:
            break
    return tokens


def _joins_words(sentence: str, at: int) -> bool:
    return sentence[at - 1 : at].isalnum() and sentence[at + 1 : at + 2].isalnum()


def words_of(raw: str) -> list[str]:
    """The plain words one written word stands for: "Don’t" -> do, not; "gonna" -> going, to."""
    if raw.startswith(("http://", "https://")):
        return ["url"]
    word = raw.lower()
    for mark in "’ʼ`´‘":
        word = word.replace(mark, "'")
    word = word.rstrip("'")
    known = CHAT_SPELLINGS.get(word)
    if known is not None:
        return known
    if word in SHORT_NOT:
        return [SHORT_NOT[word], "not"]
    if word.endswith("n't"):
        return [mend(word[:-3]), "not"]
    stem, mark, ending = word.partition("'")
    if not mark:
        return [mend(word)]
    if ending in ENDINGS:
        return [mend(stem), ENDINGS[ending]]
    if ending == "s" and stem in IS_AFTER:
        return [stem, "is"]
    return [mend(stem)] if ending == "s" else [word]
