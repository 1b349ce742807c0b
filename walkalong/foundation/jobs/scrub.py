"""What may be kept of an exception: its kind and where it happened.

Its message may quote what somebody wrote (a validation error, a database's complaint about a value),
so no message is ever stored or logged.
"""

import traceback


def kind(error: BaseException) -> str:
    return f"{type(error).__module__}.{type(error).__qualname__}"


def where(error: BaseException, *, deepest: int = 20) -> str:
    """One line a frame, `file:line function`, for the error and what caused it."""
    lines: list[str] = []
    cause: BaseException | None = error
    seen: set[int] = set()
    while cause is not None and id(cause) not in seen:
        seen.add(id(cause))
        lines.append(kind(cause))
        # lookup_lines=False: source lines are not needed, and reading them costs disk
        frames = traceback.StackSummary.extract(traceback.walk_tb(cause.__traceback__), lookup_lines=False)
        lines += [f"  {frame.filename}:{frame.lineno} {frame.name}" for frame in frames[-deepest:]]
        cause = cause.__cause__ or cause.__context__
    return "\n".join(lines)
