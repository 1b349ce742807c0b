"""What the rooms above give to a live socket."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Protocol

Frame = dict[str, Any]
TOPIC = re.compile(r"[a-z][a-z0-9_]*:[A-Za-z0-9_-]{1,64}")


class NotAllowed(Exception):
    """This person may not (or no longer) follow this topic. The socket lets go of it."""


@dataclass(frozen=True, slots=True)
class CatchUp:
    """What is new: frames in order, and the number to say next time.

    `more` asks to be called again at once, for a stream that answers in portions.
    """

    frames: list[Frame] = field(default_factory=list)
    cursor: int = 0
    more: bool = False


class Stream(Protocol):
    """Every method runs in a database thread and must itself be quick.

    Besides these a stream may have
        joined(person, topic) -> Frame | None    a person's first socket on the topic in this process
        left(person, topic) -> Frame | None      their last one is gone; both may answer an ephemeral event
        may_receive(person, topic, event: Frame) -> bool    asked for each receiver of an ephemeral event
    """

    name: str

    def topics(self, person: Any) -> list[str]:
        """What this person may follow: `name:id`. The client only chooses among these."""

    def catch_up(self, person: Any, topic: str, since: int | None) -> CatchUp:
        """What is new since the number. `None`: the client knows nothing yet. Checks membership again.

        Raises NotAllowed.
        """

    def from_client(self, person: Any, topic: str, frame: Frame) -> Frame | None:
        """Something not for the record, such as typing. May answer an event for the topic's other people.

        Checks membership and the frame; raises NotAllowed. What it does not understand it ignores.
        """


registered: dict[str, Stream] = {}
_conditions: list[Callable[[Any], bool]] = []


def admit_only_if(condition: Callable[[Any], bool]) -> None:
    """A rule for every live socket, whatever it follows; asked on connecting and at each reconciling."""
    _conditions.append(condition)


def admitted(person: Any) -> bool:
    return all(condition(person) for condition in _conditions)


def register(stream: Stream) -> None:
    registered[stream.name] = stream
