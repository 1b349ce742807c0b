"""What a person typed is in no log line, whatever goes wrong."""

import json
import logging
import sys

import pytest
from django.conf import settings

from walkalong.config.logs import StructuredFormatter

SECRET = "a word only Maya wrote"


def line_of(record: logging.LogRecord) -> dict[str, object]:
    return json.loads(StructuredFormatter().format(record))  # type: ignore[no-any-return]


def test_the_text_of_an_exception_is_left_out() -> None:
    try:
        private = SECRET
        raise ValueError(f"could not use {private!r}")
    except ValueError:
        record = logging.LogRecord("walkalong.x", logging.ERROR, __file__, 1, "failed", (), sys.exc_info())

    line = StructuredFormatter().format(record)

    assert SECRET not in line
    assert json.loads(line)["error"] == "ValueError"
    assert any("test_logs.py" in place for place in json.loads(line)["places"])


def test_other_libraries_messages_are_logged_without_their_values() -> None:
    record = logging.LogRecord("django.db", logging.WARNING, __file__, 1, "slow query %s", (SECRET,), None)

    assert line_of(record)["event"] == "slow query %s"


def test_a_request_that_fails_names_its_status_and_not_its_path() -> None:
    record = logging.LogRecord(
        "django.request", logging.WARNING, __file__, 1, "Not Found: %s", (f"/with/{SECRET}",), None
    )
    record.status_code = 404

    assert line_of(record)["event"] == "request failed with 404"


def test_what_other_libraries_attach_is_left_out() -> None:
    """At debug level Django attaches each query with its values."""
    record = logging.LogRecord("django.db.backends", logging.DEBUG, __file__, 1, "(%.3f) %s", (), None)
    record.sql = f"SELECT '{SECRET}'"

    assert SECRET not in StructuredFormatter().format(record)


@pytest.mark.parametrize("name", ["asyncio", "py.warnings"])
def test_a_library_that_writes_the_exception_into_its_message_is_not_quoted(name: str) -> None:
    said = f"Task exception was never retrieved\nfuture: <Task exception=ValueError({SECRET!r})>"
    record = logging.LogRecord(name, logging.ERROR, __file__, 1, said, (), None)

    assert SECRET not in StructuredFormatter().format(record)


def test_only_the_first_line_of_another_librarys_message_is_kept() -> None:
    record = logging.LogRecord("websockets", logging.ERROR, __file__, 1, f"it broke\n{SECRET}", (), None)

    assert line_of(record)["event"] == "it broke"


def test_a_logger_that_is_to_be_silent_has_somewhere_to_be_silent_into() -> None:
    """Without any handler Python itself writes it to stderr, with its values: a wrong host name, say."""
    silent = {
        name: logger
        for name, logger in settings.LOGGING["loggers"].items()
        if not logger.get("propagate", True)
    }

    assert "django.security.DisallowedHost" in silent
    assert [name for name, logger in silent.items() if not logger["handlers"]] == []
