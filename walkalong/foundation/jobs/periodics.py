"""Functions that come round again."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import TypeVar

Function = TypeVar("Function", bound=Callable[[], object])


@dataclass(frozen=True, slots=True)
class Periodic:
    name: str
    every: timedelta
    run: Callable[[], object]


registered: dict[str, Periodic] = {}


def periodic(*, every: timedelta) -> Callable[[Function], Function]:
    """Run the function about every so often, as long as a worker lives. It must be harmless to run twice."""
    if every <= timedelta(0):
        raise ValueError("A periodic needs a positive time between two runs.")

    def wrap(function: Function) -> Function:
        name = f"{function.__module__}.{function.__qualname__}"
        registered[name] = Periodic(name, every, function)
        return function

    return wrap
