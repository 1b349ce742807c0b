"""The trained model, run on this server by onnxruntime on one thread.

Everything it needs lies in `model/`: the net, its vocabulary, and what was settled on the dev scenarios.
"""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from walkalong.companion import grams
from walkalong.companion.labels import Label
from walkalong.companion.wordpiece import WordPiece

FOLDER = Path(__file__).resolve().parent / "model"
NET, GRAMS, SETTLED, VOCABULARY = "companion.onnx", "grams.npz", "companion.json", "vocab.txt"
LABELS = list(Label)


class Unusable(Exception):
    """The model's files are missing, or are not what they should be."""


@dataclass(frozen=True, slots=True)
class Settled:
    """What was chosen on the dev scenarios, never on the test scenarios."""

    net: float
    grams: float
    lexicon: float
    bias: dict[Label, float]
    flag_from: dict[Label, float]
    most_own: int
    most_context: int


@dataclass(frozen=True, slots=True)
class Answer:
    """Logits for the labels, and how much each place of the sentence spoke for each label."""

    net: tuple[float, ...]
    grams: tuple[float, ...]
    shares: Any  # numpy array: pieces by labels
    places: tuple[tuple[int, int], ...]  # where in the sentence each piece stands


class Model:
    def __init__(self, folder: Path = FOLDER) -> None:
        self.settled = _settled(folder / SETTLED)
        self._pieces = _pieces(folder / VOCABULARY)
        self._grams = _grams(folder / GRAMS)
        self._session = _session(folder / NET)

    def answer(self, sentence: str, before: str = "") -> Answer:
        import numpy

        own, places = self._pieces.placed(sentence, self.settled.most_own)
        ids = [self._pieces.begin, *own, self._pieces.end]
        context = self._context(before)
        feed = {
            "ids": numpy.array([ids + context], dtype=numpy.int64),
            "kinds": numpy.array([[0] * len(ids) + [1] * len(context)], dtype=numpy.int64),
            "mask": numpy.ones((1, len(ids) + len(context)), dtype=numpy.float32),
        }
        logits, shares = self._session.run(["logits", "shares"], feed)
        spoken = shares[0, 1 : len(own) + 1, : len(LABELS)]
        by_grams = self._grams.logits(sentence)
        return Answer(tuple(map(float, logits[0])), tuple(map(float, by_grams)), spoken, tuple(places))

    def _context(self, before: str) -> list[int]:
        if not before or not self.settled.most_context:
            return []
        # A reply answers the end of a long message.
        pieces = self._pieces.pieces(before[-2_000:], 400)[-self.settled.most_context :]
        return [*pieces, self._pieces.end] if pieces else []


def _pieces(path: Path) -> WordPiece:
    try:
        return WordPiece(path)
    except (OSError, ValueError, KeyError) as problem:
        raise Unusable(f"{path.name} cannot be read") from problem


def _grams(path: Path) -> grams.Grams:
    try:
        return grams.load(path)
    except ImportError as problem:
        raise Unusable("numpy is not installed") from problem
    except Exception as problem:  # numpy and zipfile raise many kinds for a broken file
        raise Unusable(f"{path.name} cannot be read") from problem


def _session(path: Path) -> Any:
    if not path.is_file():
        raise Unusable(f"{path.name} is not there")
    try:
        import onnxruntime
    except ImportError as problem:
        raise Unusable("onnxruntime is not installed") from problem
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    options.log_severity_level = 4
    options.enable_cpu_mem_arena = False
    try:
        return onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
    except Exception as problem:  # onnxruntime raises many kinds, all of which mean the same here
        raise Unusable(f"{path.name} cannot be read") from problem


def _settled(path: Path) -> Settled:
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
        if found["labels"] != [label.value for label in LABELS]:
            raise ValueError("its labels are not these")
        return Settled(
            net=float(found["net"]),
            grams=float(found["grams"]),
            lexicon=float(found["lexicon"]),
            bias={label: float(found["bias"][label.value]) for label in LABELS},
            flag_from={Label(name): float(value) for name, value in found["flag_from"].items()},
            most_own=int(found["most_own"]),
            most_context=int(found["most_context"]),
        )
    except (OSError, ValueError, KeyError, TypeError) as problem:
        raise Unusable(f"{path.name} cannot be read") from problem
