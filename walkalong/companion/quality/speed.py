"""How long a reading takes and what the model weighs, in this process or one made for it."""

import subprocess
import sys
import time
from typing import Any

from walkalong.companion.quality.measures import median
from walkalong.companion.trained import TrainedScorer

TWENTY_WORDS = (
    "I was thinking about what you said on {} and how your brother just left the room without saying a word."
)
DRAFT = (
    "That sounds so lonely. I had a winter like that once. You could ring your sister about the flat. "
    "There is no hurry with any of it. We can talk at {} if you like."
)
_MEMORY = """
import re
def rss(): return int(re.search(r"VmRSS:\\s+(\\d+)", open("/proc/self/status").read())[1]) / 1024
from walkalong.companion import read
from walkalong.companion.scorer import LexiconScorer
read("How are you tonight?", scorer=LexiconScorer())
before = rss()
read("How are you tonight?")
for day in range(200): read(f"I was thinking of you on day {day} and how it went with your brother.")
print(rss() - before)
"""


def figures(rounds: int = 60) -> dict[str, Any]:
    from walkalong.companion.reader import read

    scorer = TrainedScorer()
    read("Hello there.", scorer=scorer)
    sentences = [
        _milliseconds(lambda n=n: read(TWENTY_WORDS.format(n), scorer=scorer)) for n in range(rounds)
    ]
    read(DRAFT.format(0), scorer=scorer)
    again = [_milliseconds(lambda n=n: read(DRAFT.format(n), scorer=scorer)) for n in range(1, rounds)]
    return {
        "sentence_ms": median(sentences),
        "sentence_p95_ms": sorted(sentences)[int(0.95 * len(sentences))],
        "reread_ms": median(again),
        "memory_mb": memory(),
    }


def memory() -> float:
    """Megabytes a process grows by when the model is loaded and used, the lexicon being there already."""
    done = subprocess.run([sys.executable, "-c", _MEMORY], capture_output=True, text=True, check=True)  # noqa: S603 - our own text
    return float(done.stdout)


def _milliseconds(act: Any) -> float:
    """CPU time: with one thread it is what a person waits for on an idle machine."""
    began = time.process_time()
    act()
    return (time.process_time() - began) * 1_000
