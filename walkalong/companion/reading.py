"""What the companion says about a draft. Values only: nothing here is kept, logged or sent anywhere."""

from dataclasses import dataclass

from walkalong.companion.labels import Group, Label
from walkalong.companion.sentences import Span
from walkalong.companion.whys import why_text


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of the draft: `text == draft[start:end]`, offsets in code points.

    `p` is the probability of `label`, `over` that of talking over the mentee at all. `flag` says that it
    could be shown; of a whole draft at most one is `shown`. `words` are the places that led here.
    """

    text: str
    start: int
    end: int
    label: Label
    second: Label | None
    p: float
    over: float
    flag: bool
    shown: bool
    why_key: str
    words: tuple[Span, ...]

    @property
    def group(self) -> Group:
        return self.label.group

    @property
    def triggers(self) -> tuple[str, ...]:
        return tuple(self.text[start - self.start : end - self.start] for start, end in self.words)

    @property
    def why(self) -> str:
        """The reason in English; translate `why_key` and fill in `triggers` where people read it."""
        return why_text(self.why_key, " … ".join(self.triggers))


@dataclass(frozen=True, slots=True)
class Reading:
    """The companion's reading of one draft.

    `over` is the probability (0..1) that the draft talks over the mentee, from its words alone. `quiet` is
    a key of whys.WHYS when nothing may be shown, `note` one for a gentle hint about the whole draft.
    """

    over: float
    sentences: tuple[Sentence, ...]
    quiet: str | None = None
    note: str | None = None

    @property
    def shown(self) -> Sentence | None:
        return next((sentence for sentence in self.sentences if sentence.shown), None)

    @property
    def praise(self) -> Sentence | None:
        """The first sentence that clearly walks with the mentee."""
        return next((sentence for sentence in self.sentences if _praised(sentence)), None)


SURE_ENOUGH_TO_PRAISE = 0.6


def _praised(sentence: Sentence) -> bool:
    return sentence.group.side == "with" and sentence.p >= SURE_ENOUGH_TO_PRAISE
