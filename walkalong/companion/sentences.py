"""Cut a draft into sentences the way people chat, keeping exact places in the untouched draft.

`draft[start:end]` is always the sentence: the composer marks it in place, so no offset may ever drift.
"""

import re
from itertools import pairwise

Span = tuple[int, int]

ABBREVIATIONS = frozenset(
    {
        "e.g",
        "i.e",
        "eg",
        "ie",
        "dr",
        "mr",
        "mrs",
        "ms",
        "st",
        "vs",
        "etc",
        "approx",
        "prof",
        "jr",
        "sr",
        "a.m",
        "p.m",
        "am",
        "pm",
        "no",
        "u.s",
        "u.k",
        "aka",
        "a.k.a",
    }
)
EMOJI = "\U0001f300-\U0001faff\u2600-\u27bf\u2b50\u2b55\ufe0f\u200d"
# Every part is one run of one class, so matching stays linear however the text is built.
BREAK = re.compile(rf"[\r\n\u2028\u2029]+|[.!?…]+|[{EMOJI}]+")
CLOSERS = frozenset("\"'”’)]}*_»") | frozenset(" \t\u00a0")
LIST_NUMBER = re.compile(r"(?:^|\s)\d{1,2}$")
LAST_WORD = re.compile(r"[A-Za-z.]+$")
IS_EMOJI = re.compile(rf"[{EMOJI}]")
# "etc." may also end a sentence; the others all but never do.
MAY_END = frozenset({"etc", "am", "pm", "a.m", "p.m", "no"})


def split_sentences(draft: str) -> list[Span]:
    """Spans (start, end) in code points, in order, without surrounding white space and never empty."""
    cuts = [0, *_cuts(draft), len(draft)]
    spans = (_trimmed(draft, start, end) for start, end in pairwise(cuts))
    return [(start, end) for start, end in spans if start < end]


def _cuts(draft: str) -> list[int]:
    cuts: list[int] = []
    last = 0
    for match in BREAK.finditer(draft):
        mark, end = match.group(), match.end()
        if mark[0] in "\r\n\u2028\u2029":
            cuts.append(end)
            last = end
        elif end > last and _ends_here(draft, last, match.start(), end, mark):
            last = _after_closers(draft, end)
            cuts.append(last)
    return cuts


def _ends_here(draft: str, last: int, start: int, end: int, mark: str) -> bool:
    if IS_EMOJI.match(mark):
        return _emoji_ends(draft, last, start, end)
    following = draft[end : end + 1]
    if following and not (following.isspace() or following in "\"'”’)]}*_»" or IS_EMOJI.match(following)):
        return False
    next_letter = draft[_after_closers(draft, end) :][:1]
    if mark == "…" or (len(mark) > 1 and set(mark) <= {".", "…"}):
        return not next_letter.islower()
    if mark == ".":
        return not _is_abbreviation(draft, last, start, next_letter)
    return True


def _is_abbreviation(draft: str, last: int, stop: int, next_letter: str) -> bool:
    before = draft[max(last, stop - 12) : stop]
    if draft[last:stop].strip().isdigit() and stop - last < 12:
        return True  # "1." opening a list line
    if LIST_NUMBER.search(before) and next_letter.islower():
        return True  # "1. the letter 2. the call"
    found = LAST_WORD.search(before)
    if not found:
        return False
    word = found.group().lower().strip(".")
    if len(word) == 1 and found.group().isupper() and word != "i":
        return True  # an initial, "J. Smith"
    return word in ABBREVIATIONS and not (word in MAY_END and not next_letter.islower())


def _emoji_ends(draft: str, last: int, start: int, end: int) -> bool:
    """An emoji closes a sentence when words stand before it and a new run of words after it."""
    before = draft[max(last, start - 200) : start].split()
    after = draft[end : end + 60].split()
    opens = draft[end : end + 1].isspace()
    return (
        opens and len(before) >= 3 and len(after) >= 2 and after[0].lower() not in {"and", "but", "or", "too"}
    )


def _after_closers(draft: str, at: int) -> int:
    while at < len(draft) and (draft[at] in CLOSERS or IS_EMOJI.match(draft[at])):
        if draft[at] in "\"'“‘" and draft[at - 1].isspace():
            break  # an opening quote belongs to what follows
        at += 1
    return at


def _trimmed(draft: str, start: int, end: int) -> Span:
    while start < end and draft[start].isspace():
        start += 1
    while end > start and draft[end - 1].isspace():
        end -= 1
    return start, end
