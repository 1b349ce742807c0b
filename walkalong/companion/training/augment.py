"""The same sentence as another hand would type it. Nothing here may change a label."""

import random
import re

_BRITISH_AMERICAN = """
colour=color|favourite=favorite|realise=realize|apologise=apologize|recognise=recognize|mum=mom|mums=moms
organise=organize|behaviour=behavior|neighbour=neighbor|grey=gray|centre=center|counsellor=counselor
flat=apartment|holiday=vacation|mate=buddy|uni=college|autumn=fall|travelling=traveling|cosy=cozy
pyjamas=pajamas|learnt=learned|dreamt=dreamed|programme=program|telly=tv|postcode=zip code
"""
_CHAT = """
going to=gonna|want to=wanna|have to=gotta|don't know=dunno|kind of=kinda|right now=rn|to be honest=tbh
you=u|your=ur|are=r|though=tho|because=cuz|please=pls|thanks=thx|really=rly|people=ppl|tonight=2nite
tomorrow=tmrw|probably=prob|about=abt|okay=ok|going=goin|before=b4|love=luv|with=w|something=smth
"""
_LONG = """
i'm=i am|you're=you are|it's=it is|that's=that is|don't=do not|doesn't=does not|didn't=did not|can't=cannot
won't=will not|isn't=is not|wasn't=was not|i've=i have|you've=you have|i'll=i will|you'll=you will
i'd=i would|you'd=you would|we're=we are|there's=there is|what's=what is|shouldn't=should not
"""


def _pairs(table: str) -> list[tuple[str, str]]:
    entries = table.strip().replace("\n", "|").split("|")
    return [(left, right) for left, _, right in (entry.partition("=") for entry in entries)]


BRITISH_AMERICAN = _pairs(_BRITISH_AMERICAN)
CHAT = _pairs(_CHAT)
LONG = _pairs(_LONG)


def augmented(text: str, dice: random.Random) -> str:
    """One to three small changes of the hand."""
    for change in dice.sample(CHANGES, dice.choice((1, 1, 2, 3))):
        text = change(text, dice) or text
    return text


def _replace(text: str, old: str, new: str) -> str:
    return re.sub(rf"(?<!\w){re.escape(old)}(?!\w)", new, text, flags=re.IGNORECASE)


def _other_english(text: str, dice: random.Random) -> str:
    for british, american in BRITISH_AMERICAN:
        changed = _replace(text, british, american)
        text = changed if changed != text else _replace(text, american, british)
    return text


def _chat(text: str, dice: random.Random) -> str:
    for plain, short in CHAT:
        if dice.random() < 0.6:
            text = _replace(text, plain, short)
    return text.lower()


def _contract(text: str, dice: random.Random) -> str:
    for short, long in LONG:
        changed = _replace(text, short, long)
        text = changed if changed != text else _replace(text, long, short)
    return text


def _no_apostrophes(text: str, dice: random.Random) -> str:
    return text.replace("'", "").replace("’", "")


def _less_punctuation(text: str, dice: random.Random) -> str:
    kept = text.rstrip(".!")
    if dice.random() < 0.5:
        kept = kept.replace(",", "").replace(";", "").replace(":", "")
    return kept.rstrip("?") if dice.random() < 0.3 else kept


def _slip(text: str, dice: random.Random) -> str:
    words = text.split(" ")
    long = [at for at, word in enumerate(words) if len(word) > 3 and word.isalpha()]
    for at in dice.sample(long, min(len(long), dice.choice((1, 1, 2)))):
        word = words[at]
        place = dice.randrange(1, len(word) - 1)
        words[at] = dice.choice(
            (
                word[:place] + word[place + 1 :],
                word[:place] + word[place] + word[place:],
                word[:place] + word[place + 1] + word[place] + word[place + 2 :],
            )
        )
    return " ".join(words)


_OPENERS = ("Honestly, ", "Hey, ", "Well, ", "oh ", "Ok so ", "Hmm, ", "Listen, ", "Ah ", "Look, ")
_CLOSERS = (" x", " xx", " :)", " mate", " love", " ❤️", "...", " lol", " honestly", " you know")


def _framed(text: str, dice: random.Random) -> str:
    if dice.random() < 0.5:
        opener = dice.choice(_OPENERS)
        return opener + (text if text[:2] in ("I ", "I'") else text[:1].lower() + text[1:])
    return text + dice.choice(_CLOSERS)


CHANGES = (_other_english, _chat, _contract, _no_apostrophes, _less_punctuation, _slip, _slip, _framed)
