"""The bytes a database leaves on the disk."""

from collections.abc import Callable
from pathlib import Path

import pytest
from django.db import connection

from walkalong.foundation.crypto import scrubbing

TABLES = ("crypto_datakey", "crypto_storedmedia", "conversation_message", "safety_humanrequest")


@pytest.fixture
def disk(
    settings: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Callable[[], bytes]:
    """Reads what lies there now: SQLite's file and log, or PostgreSQL's tables."""
    settings.MEDIA_DIR = tmp_path / "media"
    monkeypatch.setattr(scrubbing, "WAIT_SECONDS", 120.0)  # other tests' transactions are on this server too
    if connection.vendor != "sqlite":
        return _postgresql
    file = Path(str(connection.settings_dict["NAME"]))
    return lambda: b"".join(path.read_bytes() for path in sorted(file.parent.glob(f"{file.name}*")))


def _postgresql() -> bytes:
    found = b""
    with connection.cursor() as cursor:
        cursor.execute("CHECKPOINT")
        for table in TABLES:
            cursor.execute(
                "SELECT pg_read_binary_file(pg_relation_filepath(oid)), CASE WHEN reltoastrelid <> 0 "
                "THEN pg_read_binary_file(pg_relation_filepath(reltoastrelid)) END "
                "FROM pg_class WHERE relname = %s",
                [table],
            )
            found += b"".join(bytes(part) for part in cursor.fetchone() if part is not None)
    return found
