"""Texts as vectors of their meaning, on this server: two that mean alike point the same way.

all-MiniLM-L6-v2 with eight-bit weights, run by onnxruntime on one thread. It keeps nothing and opens no
connection.
"""

import threading
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from walkalong.companion.model import FOLDER, VOCABULARY, Unusable, _pieces, _session
from walkalong.companion.wordpiece import WordPiece

NET = "encoder.onnx"
WIDTH = 384
MOST_PIECES = 126  # what comes after is not read: who has more to say cuts it into passages first

__all__ = ["WIDTH", "SentenceEncoder", "Unusable", "encoder"]


class SentenceEncoder:
    """Loaded at the first question; may be asked by many threads at once."""

    def __init__(self, folder: Path = FOLDER) -> None:
        self._folder = folder
        self._loading = threading.Lock()
        self._loaded: tuple[WordPiece, Any] | None = None

    def vectors(self, texts: Sequence[str]) -> Any:
        """A numpy array, one row of length one for each text. Raises Unusable when the model is not there.

        Each text is run by itself: its vector then depends on nothing but its own words.
        """
        import numpy

        pieces, session = self._ready()
        found = numpy.zeros((len(texts), WIDTH), dtype=numpy.float32)
        for row, text in enumerate(texts):
            ids = [pieces.begin, *pieces.pieces(text, MOST_PIECES), pieces.end]
            feed = {
                "ids": numpy.array([ids], dtype=numpy.int64),
                "mask": numpy.ones((1, len(ids)), dtype=numpy.float32),
            }
            found[row] = session.run(["vectors"], feed)[0][0]
        return found

    def _ready(self) -> tuple[WordPiece, Any]:
        if self._loaded is None:
            with self._loading:
                if self._loaded is None:
                    self._loaded = (_pieces(self._folder / VOCABULARY), _session(self._folder / NET))
        return self._loaded


encoder = SentenceEncoder()
