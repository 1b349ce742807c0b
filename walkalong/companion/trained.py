"""The reader the product uses: the trained model and the lexicon together; the lexicon alone if need be."""

import secrets
import threading
from collections import OrderedDict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from hashlib import blake2b
from math import exp, log

from walkalong.companion.attribution import speaking_words
from walkalong.companion.labels import Label
from walkalong.companion.model import LABELS, Answer, Model, Settled, Unusable
from walkalong.companion.scorer import LexiconScorer, Reason, Scored

REMEMBERED = 2_000  # sentences; a draft is read again at every pause, with one sentence changed
REASONED = 2  # labels that get a reason though no cue of the lexicon speaks for them
LEAST = 1e-6

# The reason a label gives when only the model speaks for it; a question and a statement where they differ.
WHY: dict[Label, tuple[str, str]] = {
    Label.SHOW_UP: ("stays", "stays"),
    Label.ASK_FEELING: ("asks_feeling", "asks_feeling"),
    Label.SHARED_STORY: ("tells_own_story", "tells_own_story"),
    Label.CELEBRATE: ("celebrates", "celebrates"),
    Label.CHEER_HOPE: ("cheers", "cheers"),
    Label.RECALL_STRENGTH: ("recalls", "recalls"),
    Label.VALIDATE: ("reflects", "reflects"),
    Label.NO_PRESSURE: ("lifts_pressure", "lifts_pressure"),
    Label.HAND_BACK: ("hands_back", "hands_back"),
    Label.ADVISE: ("tells_what_to_do", "advice_as_question"),
    Label.COACH: ("sets_goal", "checks_up"),
    Label.CLINICIAN: ("treats", "treats"),
    Label.TOUGH_LOVE: ("confronts", "confronts"),
    Label.MINIMISE: ("shrinks", "shrinks"),
    Label.NEUTRAL: ("ordinary", "ordinary"),
    Label.SAFETY_CARE: ("cares_for_safety", "cares_for_safety"),
}


class TrainedScorer:
    """Answers each sentence once; remembers numbers by a keyed hash, never the words."""

    def __init__(self, model: Model | None = None) -> None:
        self._lexicon = LexiconScorer()
        self._model = model
        self._tried = model is not None
        self._lock = threading.Lock()
        self._key = secrets.token_bytes(16)
        self._known: OrderedDict[bytes, Scored] = OrderedDict()

    @property
    def model(self) -> Model | None:
        """The model, loaded at the first question; None when it cannot be used."""
        if not self._tried:
            with self._lock:
                if not self._tried:
                    try:
                        self._model = Model()
                    except Unusable:
                        self._model = None
                    self._tried = True
        return self._model

    def score(self, sentences: Sequence[str], before: str = "") -> list[Scored]:
        model = self.model
        if model is None:
            return self._lexicon.score(sentences)
        return [self._score(model, sentence, before) for sentence in sentences]

    def _score(self, model: Model, sentence: str, before: str) -> Scored:
        heard = before if model.settled.most_context else ""
        name = self._name(sentence, heard)
        known = self._known.get(name)
        if known is None:
            (spoken,) = self._lexicon.score([sentence])
            known = combined(spoken, model.answer(sentence, heard), sentence, model.settled)
            self._remember(name, known)
        return known

    def _name(self, sentence: str, heard: str) -> bytes:
        said = f"{len(sentence)} {sentence}{heard}".encode("utf-8", "surrogatepass")
        return blake2b(said, key=self._key, digest_size=24).digest()

    def _remember(self, name: bytes, known: Scored) -> None:
        with self._lock:
            self._known[name] = known
            while len(self._known) > REMEMBERED:
                self._known.popitem(last=False)


def combined(spoken: Scored, answer: Answer, sentence: str, settled: Settled) -> Scored:
    """The lexicon's probabilities are evidence beside the net's; its reasons come first."""
    p = blended(spoken.p, answer, settled)
    ranked = sorted(LABELS, key=lambda label: -p[label])[:REASONED]
    asks = sentence.rstrip().endswith("?")
    reasons = {label: replace(reason, clear=True) for label, reason in spoken.reasons.items()}
    for label in ranked:
        if label not in reasons:
            words = speaking_words(answer, LABELS.index(label), sentence)
            reasons[label] = Reason(WHY[label][asks], words=words)
    return Scored(p, reasons, flag_from=settled.flag_from)


def blended(spoken: Mapping[Label, float], answer: Answer, settled: Settled) -> dict[Label, float]:
    sums = {
        label: settled.net * by_net
        + settled.grams * by_grams
        + settled.lexicon * log(max(LEAST, spoken[label]))
        + settled.bias[label]
        for label, by_net, by_grams in zip(LABELS, answer.net, answer.grams, strict=True)
    }
    most = max(sums.values())
    powers = {label: exp(value - most) for label, value in sums.items()}
    total = sum(powers.values())
    return {label: power / total for label, power in powers.items()}
