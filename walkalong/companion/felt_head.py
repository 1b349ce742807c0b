"""The trained head for feelings: what a message's meaning, and the words found in it, say for each feeling.

A weighed sum over the vector of `encoder.py`, what `felt_words.py` named, and the words and pairs of words
that stood in several messages of the corpus. The weights stand in `model/feelings.npz`, made by
`training/fit_feelings.py`. Messages heard once are remembered as numbers under a keyed hash, in memory; their
words are not kept.
"""

import secrets
import threading
from collections import OrderedDict
from dataclasses import dataclass
from hashlib import blake2b
from itertools import pairwise
from pathlib import Path
from typing import Any

from walkalong.companion.encoder import WIDTH, SentenceEncoder, encoder
from walkalong.companion.felt_words import PHRASES, Feeling, Named
from walkalong.companion.language import is_english
from walkalong.companion.model import FOLDER, Unusable
from walkalong.companion.sentences import split_sentences
from walkalong.companion.tokens import tokenize

WEIGHTS = "feelings.npz"
REMEMBERED = 500  # messages; the last one is asked about again at every pause
MOST_CHARACTERS = 600  # a longer message is heard by its end
MOST_STRENGTH = 1.5
LOUD_VECTOR, LOUD_RUNS = 3.0, 4.0  # chosen on the dev part, with how far the weights may grow
FEELINGS = list(Feeling)
FIXED = (
    WIDTH + len(FEELINGS) + 2
)  # the vector, each feeling's words, something denied, something of another's
KNOWN = frozenset(PHRASES)


@dataclass(frozen=True, slots=True)
class Weights:
    places: dict[str, int]  # of the words and pairs of words it knows
    weights: Any  # numpy: signs by feelings
    start: Any  # numpy: what every feeling begins with
    least: Any  # numpy: the probability from which a feeling is named

    def p(self, signs: Any) -> Any:
        import numpy

        return 1.0 / (1.0 + numpy.exp(-(signs @ self.weights + self.start)))


class FeltHead:
    """Loaded at the first message; may be asked by many threads at once."""

    def __init__(self, folder: Path = FOLDER, encoder: SentenceEncoder = encoder) -> None:
        self._path = folder / WEIGHTS
        self._encoder = encoder
        self._weights: Weights | None = None
        self._tried = False
        self._lock = threading.Lock()
        self._key = secrets.token_bytes(16)
        self._known: OrderedDict[bytes, dict[Feeling, float]] = OrderedDict()

    def heard(self, message: str, named: Named, *, waits: bool = True) -> dict[Feeling, float]:
        """The feelings it is sure enough of, each with its probability; none when it cannot be used."""
        if named.tells_of_another or not is_english(message, KNOWN):
            return {}
        if not self._tried and not waits:
            threading.Thread(target=self._load, daemon=True).start()
            return {}
        self._load()
        if self._weights is None:
            return {}
        name = blake2b(message.encode("utf-8", "surrogatepass"), key=self._key, digest_size=24).digest()
        known = self._known.get(name)
        if known is None:
            known = self._hear(self._weights, message, named)
            self._remember(name, known)
        return known

    def _hear(self, weights: Weights, message: str, named: Named) -> dict[Feeling, float]:
        part = heard_part(message)
        p = weights.p(signs_of(self._encoder.vectors([part])[0], named, part, weights.places))
        return {feeling: float(p[at]) for at, feeling in enumerate(FEELINGS) if p[at] >= weights.least[at]}

    def _load(self) -> None:
        with self._lock:
            if self._tried:
                return
            try:
                self._encoder.vectors(["hello"])
                self._weights = load(self._path)
            except Unusable:
                self._weights = None
            self._tried = True

    def _remember(self, name: bytes, known: dict[Feeling, float]) -> None:
        with self._lock:
            self._known[name] = known
            while len(self._known) > REMEMBERED:
                self._known.popitem(last=False)


def heard_part(message: str) -> str:
    """The last sentences of a long message: a reply answers its end."""
    if len(message) <= MOST_CHARACTERS:
        return message
    end = message[-MOST_CHARACTERS:]
    spans = split_sentences(end)
    return end[spans[1][0] :] if len(spans) > 1 else end


def runs(message: str) -> set[str]:
    """Its words, and its pairs of neighbouring words."""
    words = [token.word for start, end in split_sentences(message) for token in tokenize(message[start:end])]
    return {*words, *(f"{one} {other}" for one, other in pairwise(words))}


def signs_of(vector: Any, named: Named, message: str, places: dict[str, int]) -> Any:
    import numpy

    signs = numpy.zeros(FIXED + len(places), dtype=numpy.float32)
    signs[:WIDTH] = LOUD_VECTOR * vector
    signs[WIDTH:FIXED] = [
        *(min(MOST_STRENGTH, named.strength.get(feeling, 0.0)) for feeling in FEELINGS),
        bool(named.denied),
        bool(named.anothers),
    ]
    found = [FIXED + places[run] for run in runs(message) if run in places]
    if found:
        signs[found] = LOUD_RUNS / len(found) ** 0.5
    return signs


def load(path: Path) -> Weights:
    try:
        import numpy

        with numpy.load(path, allow_pickle=False) as found:
            weights, start, least = found["weights"], found["start"], found["least"]
            feelings, known = found["feelings"].tolist(), found["runs"].tolist()
    except ImportError as problem:
        raise Unusable("numpy is not installed") from problem
    except Exception as problem:  # numpy and zipfile raise many kinds for a broken file
        raise Unusable(f"{path.name} cannot be read") from problem
    if (
        feelings != [feeling.value for feeling in FEELINGS]
        or weights.shape != (FIXED + len(known), len(FEELINGS))
        or not start.shape == least.shape == (len(FEELINGS),)
    ):
        raise Unusable(f"{path.name} was made for other feelings")
    return Weights(
        {run: at for at, run in enumerate(known)},
        weights.astype("float32"),
        start.astype("float32"),
        least.astype("float32"),
    )


def save(weights: Weights, path: Path) -> None:
    import numpy

    numpy.savez_compressed(
        path,
        runs=numpy.array(sorted(weights.places, key=weights.places.__getitem__)),
        weights=weights.weights.astype(numpy.float16),
        start=weights.start.astype(numpy.float32),
        least=weights.least.astype(numpy.float32),
        feelings=numpy.array([feeling.value for feeling in FEELINGS]),
    )


HEAD = FeltHead()
