"""How well the feelings of a message are named: by words alone, by the head alone, by both."""

import sys
import time
from collections.abc import Callable, Sequence
from typing import Any

from walkalong.companion.examples import FAMILY
from walkalong.companion.feelings import MOST, feelings_in
from walkalong.companion.felt_head import HEAD, FeltHead
from walkalong.companion.felt_words import Feeling, named_in
from walkalong.companion.quality.measures import median, rates
from walkalong.companion.training.felt import Message, read_messages
from walkalong.companion.training.split import Part

Reader = Callable[[str], Sequence[Feeling]]
MESSAGE = "I sat in the car on day {} for an hour and then drove home, he never even asked where I had been."


def by_words(text: str) -> list[Feeling]:
    return [each.feeling for each in feelings_in(text, head=None)]


def by_head(text: str) -> list[Feeling]:
    named = named_in(text)
    heard = {feeling: p for feeling, p in HEAD.heard(text, named).items() if feeling not in named.silent}
    return sorted(heard, key=lambda feeling: -heard[feeling])[:MOST]


def by_both(text: str) -> list[Feeling]:
    return [each.feeling for each in feelings_in(text)]


READERS: dict[str, Reader] = {"words": by_words, "head": by_head, "both": by_both}


def figures(part: Part = Part.TEST) -> dict[str, Any]:
    messages = [message for message in read_messages() if message.part is part]
    return {
        "messages": len(messages),
        "without": sum(not message.feelings for message in messages),
        "readers": {name: measured(messages, read) for name, read in READERS.items()},
        "each": each_feeling(messages),
        **speed(),
    }


def measured(messages: Sequence[Message], read: Reader) -> dict[str, float]:
    said = [read(message.text) for message in messages]
    true = [message.feelings for message in messages]
    together = rates(_right(said, true), sum(map(len, said)), sum(map(len, true)))
    firsts = [
        (FAMILY[one[0]], {FAMILY[f] for f in other}) for one, other in zip(said, true, strict=True) if one
    ]
    silent = [not one for one, other in zip(said, true, strict=True) if not other]
    felt = [bool(one) for one, other in zip(said, true, strict=True) if other]
    return {
        "precision": together.precision,
        "recall": together.recall,
        "micro_f1": together.f1,
        "macro_f1": sum(one.f1 for one in _by_feeling(said, true).values()) / len(Feeling),
        "answered": sum(felt) / len(felt),
        "example_fits": sum(one in other for one, other in firsts) / len(firsts) if firsts else 0.0,
        "silent": sum(silent) / len(silent) if silent else 1.0,
    }


def each_feeling(messages: Sequence[Message]) -> dict[str, dict[str, float]]:
    true = [message.feelings for message in messages]
    words, both = ([read(message.text) for message in messages] for read in (by_words, by_both))
    by_words_alone, by_both_readers = _by_feeling(words, true), _by_feeling(both, true)
    return {
        feeling.value: {"words_f1": by_words_alone[feeling].f1, **by_both_readers[feeling].as_json()}
        for feeling in Feeling
    }


def speed(rounds: int = 60) -> dict[str, float]:
    """A message not heard before, and one heard before."""
    head = FeltHead()
    feelings_in(MESSAGE.format(0), head=head)
    first: list[float] = []
    again: list[float] = []
    for number in range(1, rounds):
        for times in (first, again):
            began = time.process_time()
            feelings_in(MESSAGE.format(number), head=head)
            times.append((time.process_time() - began) * 1_000)
    return {"message_ms": median(first), "message_most_ms": max(first), "again_ms": median(again)}


def _right(said: Sequence[Sequence[Feeling]], true: Sequence[Sequence[Feeling]]) -> int:
    return sum(len(set(one) & set(other)) for one, other in zip(said, true, strict=True))


def _by_feeling(said: Sequence[Sequence[Feeling]], true: Sequence[Sequence[Feeling]]) -> dict[Feeling, Any]:
    pairs = list(zip(said, true, strict=True))
    return {
        feeling: rates(
            sum(feeling in one and feeling in other for one, other in pairs),
            sum(feeling in one for one, _ in pairs),
            sum(feeling in other for _, other in pairs),
        )
        for feeling in Feeling
    }


def table(found: dict[str, Any]) -> str:
    lines = [f"feelings of {found['messages']} held-out messages, {found['without']} of them without any"]
    for name, each in found["readers"].items():
        lines.append(f"  {name:<6}" + "".join(f"  {key} {value:.3f}" for key, value in each.items()))
    lines.append(
        f"  a message {found['message_ms']:.1f} ms, at most {found['message_most_ms']:.1f}; "
        f"again {found['again_ms']:.2f}"
    )
    return "\n".join(lines)


if __name__ == "__main__":
    sys.stdout.write(table(figures(Part(sys.argv[1]) if len(sys.argv) > 1 else Part.TEST)) + "\n")
