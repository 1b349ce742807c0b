"""Put the parts together: sentences, their scores, the moment, and what may be shown."""

from collections.abc import Sequence
from dataclasses import replace
from math import exp, log

from walkalong.companion.context import Moment, moment_of, speaks_of_danger
from walkalong.companion.hearing import hears_and_names_nothing
from walkalong.companion.labels import NEVER_FLAGGED, Label
from walkalong.companion.language import has_words, is_english
from walkalong.companion.lexicon import KNOWN_WORDS
from walkalong.companion.reading import Reading, Sentence
from walkalong.companion.scorer import Reason, Scored, Scorer
from walkalong.companion.sentences import Span, split_sentences
from walkalong.companion.trained import TrainedScorer

LONGEST_DRAFT = 10_000  # code points: the longest message a conversation takes
MOST_SENTENCES = 200

MOST_LIKELY = 0.45
SURE_OF_SAFETY = 0.5
HALF_ADVICE = 0.15
SECOND_FROM = 0.15
# How a whole draft comes across: half its worst sentence, half all of them, in log-odds. Nothing is surer
# than SUREST.
WORST_COUNTS = 0.5
SUREST = 0.9999

TRAINED = TrainedScorer()


def read(draft: str, before: str | None = None, *, scorer: Scorer = TRAINED) -> Reading:
    """Read a draft, in the light of the mentee's last message.

    Any string is answered, never with an error. Offsets are code points of `draft` as given.
    """
    spans = split_sentences(draft[:LONGEST_DRAFT])
    quiet = _why_quiet(draft, spans)
    texts = [draft[start:end] for start, end in spans]
    scores = scorer.score([""] * len(texts) if quiet else texts, before or "")
    moment = moment_of(before)
    if not quiet and _is_about_safety(moment, texts, scores):
        quiet = "quiet_safety"
    sentences = [
        _sentence(text, span, scored) for text, span, scored in zip(texts, spans, scores, strict=True)
    ]
    note = None
    if quiet:
        sentences = [replace(sentence, flag=False) for sentence in sentences]
    else:
        sentences, note = _soften(sentences, moment)
    over = _over(scores or scorer.score([""]))
    return Reading(over=over, sentences=_show_one(sentences), quiet=quiet, note=note)


def _why_quiet(draft: str, spans: Sequence[Span]) -> str | None:
    if len(draft) > LONGEST_DRAFT or len(spans) > MOST_SENTENCES:
        return "quiet_too_long"
    if not has_words(draft):
        return "quiet_empty"
    return None if is_english(draft, KNOWN_WORDS) else "quiet_not_english"


def _is_about_safety(moment: Moment, texts: Sequence[str], scores: Sequence[Scored]) -> bool:
    return (
        moment.in_danger
        or any(_cares_for_safety(scored) for scored in scores)
        or any(speaks_of_danger(text) for text in texts)
    )


def _cares_for_safety(scored: Scored) -> bool:
    """Naming a service where nobody is in danger is half advice, and silences nothing."""
    return scored.p[Label.SAFETY_CARE] >= SURE_OF_SAFETY and scored.p[Label.ADVISE] < HALF_ADVICE


def _sentence(text: str, span: Span, scored: Scored) -> Sentence:
    # A label that nothing in the words speaks for is never given, however likely the whole side is.
    ranked = sorted({Label.NEUTRAL, *scored.reasons}, key=lambda label: (-scored.p[label], label))
    label, second = ranked[0], next(iter(ranked[1:]), None)
    reason = scored.reasons.get(label, Reason("unsure"))
    start, end = span
    return Sentence(
        text=text,
        start=start,
        end=end,
        label=label,
        second=second if second and scored.p[second] >= SECOND_FROM else None,
        p=scored.p[label],
        over=scored.over,
        flag=_may_be_shown(label, scored),
        shown=False,
        why_key="hears" if reason.why == "reflects" and hears_and_names_nothing(text) else reason.why,
        words=tuple((start + first, start + last) for first, last in reason.words),
    )


def _may_be_shown(label: Label, scored: Scored) -> bool:
    if label in NEVER_FLAGGED or not scored.reasons[label].clear:
        return False
    return scored.p[label] >= MOST_LIKELY and scored.over >= scored.flag_from[label]


def _soften(sentences: list[Sentence], moment: Moment) -> tuple[list[Sentence], str | None]:
    if moment.asked_for_ideas and any(sentence.label is Label.ADVISE for sentence in sentences):
        softened = [replace(s, flag=False) if s.label is Label.ADVISE else s for s in sentences]
        return softened, "they_asked"
    if moment.in_pain and _story_comes_first(sentences):
        return sentences, "story_before_feeling"
    return sentences, None


def _story_comes_first(sentences: Sequence[Sentence]) -> bool:
    for sentence in sentences:
        if Label.VALIDATE in (sentence.label, sentence.second):
            return False
        if sentence.label is Label.SHARED_STORY:
            return True
    return False


def _show_one(sentences: Sequence[Sentence]) -> tuple[Sentence, ...]:
    flagged = [sentence for sentence in sentences if sentence.flag]
    if not flagged:
        return tuple(sentences)
    surest = max(flagged, key=lambda sentence: sentence.p)
    return tuple(replace(s, shown=True) if s is surest else s for s in sentences)


def _over(scores: Sequence[Scored]) -> float:
    each = [_log_odds(scored.over) for scored in scores]
    together = WORST_COUNTS * max(each) + (1 - WORST_COUNTS) * sum(each) / len(each)
    return 1 / (1 + exp(-together))


def _log_odds(p: float) -> float:
    bounded = min(max(p, 1 - SUREST), SUREST)
    return log(bounded / (1 - bounded))
