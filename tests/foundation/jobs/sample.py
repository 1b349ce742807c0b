"""Jobs for the tests; module-level, as jobs must be."""

from walkalong.foundation.jobs import job

done: list[object] = []
failures_left = 0


@job(max_attempts=3)
def note(value: object) -> str:
    global failures_left
    if failures_left:
        failures_left -= 1
        raise ValueError("the secret words of a person")
    done.append(value)
    return "the secret words of a person"


@job
def asks_for_more(value: int) -> None:
    if value:
        asks_for_more.enqueue(value - 1)
    done.append(value)
