"""Long words cut into passages that the encoder can read whole."""

from walkalong.companion.sentences import split_sentences

LONG = 420  # characters: about as many pieces as the encoder takes
MOST = 4


def of_step(words: str) -> list[str]:
    """The beginning of a long telling says what it is about."""
    return _passages(words)[:MOST]


def of_moment(words: str) -> list[str]:
    """The end of a long message is where somebody is now."""
    return _passages(words[-LONG * (MOST + 1) :])[-MOST:]


def _passages(words: str) -> list[str]:
    if len(words) <= LONG:
        return [words] if words.strip() else []
    found = [""]
    for start, end in split_sentences(words[: LONG * (MOST + 1)]):
        sentence = words[start:end][:LONG]
        if found[-1] and len(found[-1]) + len(sentence) >= LONG:
            found.append("")
        found[-1] = f"{found[-1]} {sentence}".strip()
    return [passage for passage in found if passage]
