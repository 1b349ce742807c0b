"""Text as the numbers a BERT model reads: lower case, accents off, then the longest known pieces first.

The same few steps as the tokenizer the base model came with (a test compares), without its many megabytes.
"""

import unicodedata
from collections.abc import Iterator
from pathlib import Path

Place = tuple[int, int]

VOCABULARY = Path(__file__).resolve().parent / "model" / "vocab.txt"
LONGEST_WORD = 100  # characters; a longer run of letters is no word


class WordPiece:
    def __init__(self, vocabulary: Path = VOCABULARY) -> None:
        pieces = vocabulary.read_text(encoding="utf-8").split("\n")
        self._ids = {piece: number for number, piece in enumerate(pieces) if piece}
        self.pad, self.unknown = self._ids["[PAD]"], self._ids["[UNK]"]
        self.begin, self.end = self._ids["[CLS]"], self._ids["[SEP]"]
        self._known: dict[str, list[int]] = {}

    def pieces(self, text: str, most: int) -> list[int]:
        """At most `most` ids, without the marks of beginning and end. Time is bounded by `most`."""
        return self.placed(text, most)[0]

    def placed(self, text: str, most: int) -> tuple[list[int], list[Place]]:
        """The ids, and for each the place in `text` of the word it belongs to."""
        ids: list[int] = []
        places: list[Place] = []
        for word, place in _words(text[: most * LONGEST_WORD]):
            found = self._pieces_of(word)
            ids += found
            places += [place] * len(found)
            if len(ids) >= most:
                break
        return ids[:most], places[:most]

    def _pieces_of(self, word: str) -> list[int]:
        known = self._known.get(word)
        if known is None:
            known = self._cut(word)
            if len(self._known) < 20_000:
                self._known[word] = known
        return known

    def _cut(self, word: str) -> list[int]:
        if len(word) > LONGEST_WORD:
            return [self.unknown]
        found: list[int] = []
        start = 0
        while start < len(word):
            for end in range(len(word), start, -1):
                piece = self._ids.get(("##" if start else "") + word[start:end])
                if piece is not None:
                    found.append(piece)
                    start = end
                    break
            else:
                return [self.unknown]
        return found


def _words(text: str) -> Iterator[tuple[str, Place]]:
    """Words and single marks, and where they stood. Spaces separate, control characters vanish."""
    word: list[str] = []
    start = end = 0
    for at, written in enumerate(text):
        for char in unicodedata.normalize("NFD", written.lower()):
            kind = unicodedata.category(char)
            if kind in ("Mn", "Cf", "Cs", "Co", "Cn") or (kind == "Cc" and char not in "\t\n\r"):
                continue
            if char == "\ufffd":
                continue
            alone = _stands_alone(char, kind)
            if alone or kind in ("Cc", "Zs"):
                if word:
                    yield "".join(word), (start, end)
                    word = []
                if alone:
                    yield char, (at, at + 1)
                continue
            start = start if word else at
            end = at + 1
            word.append(char)
    if word:
        yield "".join(word), (start, end)


def _stands_alone(char: str, kind: str) -> bool:
    code = ord(char)
    return kind[0] == "P" or (33 <= code < 127 and not char.isalnum()) or 0x3400 <= code <= 0x9FFF
