"""Logs as one JSON object a line, without anything a person typed.

The text of an exception may quote the value that caused it, so only its type and the code's own
places are written, never its message or local variables.
"""

import json
import logging
import traceback
from datetime import UTC, datetime

_STANDARD = frozenset(vars(logging.makeLogRecord({}))) | {"message", "asctime", "request", "taskName"}

_INTERPOLATING = ("asyncio", "py.warnings")  # put a repr of what failed, exception and all, into the message


class StructuredFormatter(logging.Formatter):
    def format(self, record: logging.LogRecord) -> str:
        entry: dict[str, object] = {
            "at": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "event": self._event(record),
        }
        # what others attach may be a query with its values, or a path
        ours = record.name.startswith("walkalong")
        for name, value in vars(record).items() if ours else ():
            if name not in _STANDARD and isinstance(value, str | int | float | bool | None):
                entry[name] = value
        if record.exc_info and record.exc_info[0]:
            entry["error"] = record.exc_info[0].__name__
            entry["places"] = [
                f"{frame.filename.rpartition('site-packages/')[2]}:{frame.lineno} {frame.name}"
                for frame in traceback.extract_tb(record.exc_info[2])[-12:]
            ]
        return json.dumps(entry, ensure_ascii=False, default=str)

    @staticmethod
    def _event(record: logging.LogRecord) -> str:
        if record.name.startswith("walkalong"):
            return record.getMessage()
        # other people's messages may interpolate paths, queries or values: keep their template only,
        # and of Django's request log the status alone
        if record.name.startswith("django.request"):
            return f"request failed with {getattr(record, 'status_code', '?')}"
        if record.name in _INTERPOLATING:
            return "something went wrong outside a request"
        return str(record.msg).partition("\n")[0]
