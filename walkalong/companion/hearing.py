"""Sentences that say "it has reached me" and name nothing: "I hear you", "I get it", "sorry to hear that"."""

from walkalong.companion.tokens import OPENERS, Token, tokenize
from walkalong.companion.words import CLASSES, parse_classes

_TABLE = """
hears: hear hearing heard understand understood get got imagine listening sorry sense
beside: i we me my you your it its that this these those of to for with is am are was do did can could have
    has will all every each single word words say saying said telling told tell makes make made what how
    feel feeling way loud clear
"""
_CLASSES = parse_classes(_TABLE)
_HEARS = _CLASSES["hears"]
_BESIDE = _CLASSES["beside"] | OPENERS | CLASSES["adv"] | CLASSES["so"]
_NAMES = CLASSES["feeling"] | CLASSES["hard"]


def hears_and_names_nothing(sentence: str) -> bool:
    """Every word is one of hearing, or a name that somebody is called by at the end."""
    tokens = [token for token in tokenize(sentence) if token.word not in "?!"]
    if tokens and _calls(tokens[-1], sentence):
        tokens.pop()
    words = {token.word for token in tokens}
    return bool(words & _HEARS) and words <= _HEARS | _BESIDE


def _calls(last: Token, sentence: str) -> bool:
    return sentence[: last.start].rstrip().endswith(",") and last.word not in _NAMES
