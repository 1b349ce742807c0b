"""The vectors of people's steps, in memory alone.

They say something of the words they come from, so nothing of them is written anywhere: they are made when a
person who agreed is reminded, kept for a while by the version of the step, and dropped when the step changes
or is taken back, when the yes is taken back, and when nobody asked for long.
"""

import threading
import time
from collections import OrderedDict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from walkalong.companion.encoder import encoder
from walkalong.journey.recall import passages

KEPT_SECONDS = 30 * 60.0
MOST_STEPS = 40_000  # of all people together: about 30 MB
WAIT_SECONDS = 2.0  # for vectors that are not there yet; what is not ready then is found the next time

Words = Callable[[Sequence[UUID]], Iterable[tuple[UUID, str]]]


@dataclass
class _Kept:
    rows: dict[UUID, tuple[datetime, Any]] = field(default_factory=dict)
    asked_at: float = 0.0
    ready: threading.Event | None = None  # while vectors are being made


class Memory:
    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._one_at_a_time = threading.Lock()  # making vectors may use one core, not all of them
        self._people: OrderedDict[UUID, _Kept] = OrderedDict()

    def rows(
        self, owner: UUID, versions: Mapping[UUID, datetime], words: Words, *, wait: float | None = None
    ) -> tuple[list[UUID], list[int], Any]:
        """Steps, the step of each row, and the rows. `versions` come the most wanted first."""
        import numpy

        with self._lock:
            kept = self._kept(owner)
            missing = [pk for pk, version in versions.items() if kept.rows.get(pk, (None,))[0] != version]
            begins = bool(missing) and kept.ready is None
            if begins:
                kept.ready = threading.Event()
            ready = kept.ready
        if begins and ready is not None:
            self._begin(owner, kept, versions, words, missing, ready)
        if missing and ready is not None:
            ready.wait(WAIT_SECONDS if wait is None else wait)
        with self._lock:
            found = [
                (pk, kept.rows[pk][1]) for pk, at in versions.items() if kept.rows.get(pk, (None,))[0] == at
            ]
        steps = [pk for pk, _ in found]
        step_of_row = [number for number, (_, rows) in enumerate(found) for _ in range(len(rows))]
        return steps, step_of_row, numpy.concatenate([rows for _, rows in found]) if found else []

    def forget(self, owner: UUID, step: UUID | None = None) -> None:
        """One step, or everything of this person; also what is being made just now."""
        with self._lock:
            if step is None:
                self._people.pop(owner, None)
            elif owner in self._people:
                self._people[owner].rows.pop(step, None)

    def forget_all(self) -> None:
        with self._lock:
            self._people.clear()

    def holds(self, owner: UUID) -> int:
        """Of how many steps of this person something is kept."""
        with self._lock:
            return len(self._people[owner].rows) if owner in self._people else 0

    def _kept(self, owner: UUID) -> _Kept:
        now = time.monotonic()
        for stale in [pk for pk, kept in self._people.items() if now - kept.asked_at > KEPT_SECONDS]:
            del self._people[stale]
        kept = self._people.setdefault(owner, _Kept())
        self._people.move_to_end(owner)
        kept.asked_at = now
        while len(self._people) > 1 and sum(len(one.rows) for one in self._people.values()) > MOST_STEPS:
            self._people.popitem(last=False)
        return kept

    def _begin(
        self,
        owner: UUID,
        kept: _Kept,
        versions: Mapping[UUID, datetime],
        words: Words,
        missing: Sequence[UUID],
        ready: threading.Event,
    ) -> None:
        """Words are opened here, where the database is; only the model's work goes to a thread of its own."""
        try:
            made = [(pk, versions[pk], said) for pk, said in words(missing)]
            making = threading.Thread(target=self._make, args=(owner, kept, made, ready), daemon=True)
            making.start()
        except BaseException:
            self._end(kept, ready)
            raise

    def _end(self, kept: _Kept, ready: threading.Event) -> None:
        with self._lock:
            kept.ready = None
        ready.set()

    def _make(
        self, owner: UUID, kept: _Kept, made: list[tuple[UUID, datetime, str]], ready: threading.Event
    ) -> None:
        import numpy

        try:
            with self._one_at_a_time:
                for pk, version, said in made:
                    rows = encoder.vectors(passages.of_step(said)).astype(numpy.float16)
                    with self._lock:
                        if self._people.get(owner) is not kept:
                            return  # forgotten meanwhile
                        kept.rows[pk] = (version, rows)
        except Exception:
            return  # an error report would carry the words; without vectors nothing is offered
        finally:
            self._end(kept, ready)


memory = Memory()
