"""The decorator that makes a function a job."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, ParamSpec, TypeVar
from uuid import UUID

from django_tasks.base import DEFAULT_TASK_QUEUE_NAME, Task, TaskResult

P = ParamSpec("P")
T = TypeVar("T")

LONGEST_ARGUMENT = 16_000  # a sealed letter; ids need 36


class NotAnId(TypeError):
    """A job was given what may be words in clear. The message never repeats the value."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Job(Task[P, T]):
    """A django-tasks Task that knows how often it may be tried."""

    max_attempts: int = 5

    def enqueue(self, *args: Any, **kwargs: Any) -> TaskResult[T]:
        """Ask for the job, in the present transaction. Arguments: UUID, int, bool, None, one-word text."""
        return self.get_backend().enqueue(
            self,
            [_checked(value) for value in args],
            {name: _checked(value) for name, value in kwargs.items()},
        )


def job(
    function: Callable[P, T] | None = None,
    *,
    max_attempts: int = 5,
    queue: str = DEFAULT_TASK_QUEUE_NAME,
    priority: int = 0,
) -> Any:
    """Make a module-level function a job. What it returns is not kept."""

    def wrap(f: Callable[P, T]) -> Job[P, T]:
        return Job(func=f, max_attempts=max_attempts, queue_name=queue, priority=priority)

    return wrap(function) if function else wrap


def _checked(value: Any) -> str | int | None:
    if isinstance(value, UUID):
        return str(value)
    if value is None or isinstance(value, int):
        return value
    if isinstance(value, str) and len(value) <= LONGEST_ARGUMENT and not any(c.isspace() for c in value):
        return str(value)
    raise NotAnId(
        f"A job takes ids only, not a {type(value).__name__} like this; look the rest up inside it."
    )
