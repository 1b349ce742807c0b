"""Is this English? A cheap answer that errs towards staying quiet."""

import re
import unicodedata

LETTERS = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
ENOUGH = 2_000  # characters looked at

_ENGLISH = """
the a an and or but if of to in on at for with from by about as is are was were be been am do does did
have has had i you he she it we they me him her us them my your his its our their this that these those
what which who how when why where not no yes can could will would should may might must so just very
really too there here get got go going know think feel want need like good bad day thanks thank please
ok okay hi hello hey sorry u ur im dont yeah well more some any all one out up now then than because try
talk tell let make take
"""
# French, Spanish, Portuguese and Italian; German, Dutch and Scandinavian;
# Polish, Turkish, Indonesian and Finnish.
_OTHER = """
le la les des du une et est je tu il elle nous vous que qui pas dans pour avec sur ce cette mais très bien
el los las un y es yo tú ella nosotros qué por para con muy pero está estoy como más lo se su os uma não
eu você ele ela com mas muito isso gli che non sono per di della mio tuo sei molto anche ma ti mi è
der das und ich nicht ist ein eine mit auf für dich du wir ihr sie es aber sehr auch mir dir zu het een en
ik niet je van met dat maar och att det jag inte är som på til og jeg ikke har min din
nie jest się na że co jak ale ci mnie bir ve bu için ben sen çok yang dan tidak saya kamu ini itu minä sinä
ei ja olen
"""
ENGLISH_ENDINGS = ("n't", "'m", "'re", "'ve", "'ll", "'s", "'d")
ENGLISH = frozenset(_ENGLISH.split())
OTHER = frozenset(_OTHER.split()) - ENGLISH


def is_english(text: str, known: frozenset[str]) -> bool:
    """True for English, chat spellings included; `known` are further words that count as English."""
    text = text[:ENOUGH]
    letters = [char for char in text if char.isalpha()]
    foreign = sum(1 for char in letters if not _is_latin(char))
    if not letters or foreign * 3 > len(letters):
        return False
    words = [word.lower().replace("’", "'") for word in LETTERS.findall(text)]
    english = sum(1 for word in words if word in ENGLISH or word.endswith(ENGLISH_ENDINGS))
    others = sum(1 for word in words if word in OTHER)
    if others > english:
        return others + english < 2 and len(words) <= 2
    return english > 0 or len(words) < 4 or any(word in known for word in words)


def has_words(text: str) -> bool:
    return any(char.isalpha() for char in text[:ENOUGH]) or any(char.isalpha() for char in text)


def _is_latin(char: str) -> bool:
    return char.isascii() or unicodedata.name(char, "").startswith("LATIN")
