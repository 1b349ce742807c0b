"""From a sentence to a probability for each label.

`Scorer` is the seam: whatever reads sentences (the lexicon here, the trained model with it in `trained.py`)
answers with `Scored` and nothing above has to change.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from math import exp
from typing import Protocol

from walkalong.companion.labels import OVER, WITH, Label, Side
from walkalong.companion.lexicon import BOOK
from walkalong.companion.phrases import Hit
from walkalong.companion.tokens import PIVOTS, Token, tokenize

# A label nothing speaks for is this much less likely than an ordinary sentence (in log-odds).
UNSPOKEN = -2.5
# Further cues for one label mostly repeat the first, so they count for less and less.
REPEATS = (1.0, 0.35, 0.15)
MOST_FAINT = 3.0
# "I understand, but ...": kind words before a turn do not take back what follows it.
BEFORE_A_TURN = 0.4
BEFORE_AN_OVER = 0.8
# How sure that a sentence talks over, before it may be shown under its most likely label, when the lexicon
# alone reads it. A wrong flag costs trust; a missed one costs little.
FLAG_FROM: dict[Label, float] = dict.fromkeys(OVER, 0.75)
STRONG = 3.5
CLEAR = 4.0
TURNS = PIVOTS | {"and"}


@dataclass(frozen=True, slots=True)
class Reason:
    why: str  # a key of whys.WHYS
    clear: bool = True  # clear enough to be shown; a mere sign only moves the probability
    words: tuple[tuple[int, int], ...] = ()  # places in the sentence


@dataclass(frozen=True, slots=True)
class Scored:
    """Probabilities over all labels (they sum to 1) and, where there is one, the reason for a label."""

    p: Mapping[Label, float]
    reasons: Mapping[Label, Reason]
    flag_from: Mapping[Label, float] = field(default_factory=lambda: FLAG_FROM)

    @property
    def over(self) -> float:
        return sum(self.p[label] for label in OVER)


class Scorer(Protocol):
    def score(self, sentences: Sequence[str], before: str = "") -> list[Scored]:
        """One answer for each sentence, in order, in reply to `before`. Must not raise, whatever the text."""
        ...


class LexiconScorer:
    """Adds up what the lexicon's cues speak for and turns the sums into probabilities."""

    def score(self, sentences: Sequence[str], before: str = "") -> list[Scored]:
        return [self._score(sentence) for sentence in sentences]

    def _score(self, sentence: str) -> Scored:
        tokens = tokenize(sentence)
        hits = BOOK.hits(tokens)
        last_over = max((hit.first for hit in hits if _speaks_over(hit)), default=-1)
        weights: dict[Label | Side, list[float]] = defaultdict(list)
        best: dict[Label, tuple[float, Hit]] = {}
        for hit in hits:
            target = hit.cue.target
            weight = hit.cue.weight * _share(hit, last_over, tokens)
            weights[target].append(weight)
            if isinstance(target, Label) and weight > max(0.0, best.get(target, (0.0, hit))[0]):
                best[target] = (weight, hit)
        reasons = {label: _reason(hit, tokens) for label, (_, hit) in best.items()}
        return Scored(_probabilities(weights), reasons)


def _speaks_over(hit: Hit) -> bool:
    target = hit.cue.target
    return isinstance(target, Label) and target.side is Side.OVER and hit.cue.weight >= STRONG


def _share(hit: Hit, last_over: int, tokens: Sequence[Token]) -> float:
    target = hit.cue.target
    if not (isinstance(target, Label) and target.side is Side.WITH) or last_over < hit.after:
        return 1.0
    between = tokens[hit.after : last_over + 1]
    return BEFORE_A_TURN if any(token.word in TURNS for token in between) else BEFORE_AN_OVER


def _sum(weights: list[float]) -> float:
    speaking = sorted((w for w in weights if w > 0), reverse=True)
    return sum(w * share for w, share in zip(speaking, REPEATS, strict=False)) + sum(
        w for w in weights if w < 0
    )


def _probabilities(weights: Mapping[Label | Side, list[float]]) -> dict[Label, float]:
    score = {label: UNSPOKEN + _sum(weights.get(label, [])) for label in Label}
    score[Label.NEUTRAL] -= UNSPOKEN
    for side, labels in ((Side.WITH, WITH), (Side.OVER, OVER)):
        faint = min(MOST_FAINT, sum(weights.get(side, [])))
        for label in labels:
            score[label] += faint
    # A label argued away never falls below unspoken by more than a little: negatives only cancel.
    powers = {label: exp(max(value, 2 * UNSPOKEN)) for label, value in score.items()}
    total = sum(powers.values())
    return {label: power / total for label, power in powers.items()}


def _reason(hit: Hit, tokens: Sequence[Token]) -> Reason:
    return Reason(
        hit.cue.why, hit.cue.weight >= CLEAR, ((tokens[hit.first].start, tokens[hit.after - 1].end),)
    )
