"""Sealed notes, in the test database and in a real file."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from django.apps import apps
from django.db import connection, connections

from tests.foundation.notes import Note
from walkalong.foundation.crypto import rotation, scrubbing


@pytest.fixture(scope="session")
def notes_table(django_db_setup: None, django_db_blocker: pytest.FixtureRequest) -> Iterator[None]:
    with django_db_blocker.unblock():
        with connection.schema_editor() as editor:
            editor.create_model(Note)
        yield
        with connection.schema_editor() as editor:
            editor.delete_model(Note)


@pytest.fixture
def notes(db: None, notes_table: None, monkeypatch: pytest.MonkeyPatch) -> type[Note]:
    monkeypatch.setattr(rotation, "_all_models", lambda: [*apps.get_models(), Note])
    return Note


@pytest.fixture
def committed_notes(
    notes_table: None, transactional_db: None, monkeypatch: pytest.MonkeyPatch
) -> Iterator[type[Note]]:
    """Without a transaction around the test: what it writes is committed."""
    monkeypatch.setattr(rotation, "_all_models", lambda: [*apps.get_models(), Note])
    yield Note
    Note.objects.all().delete()


@pytest.fixture
def on_disk(
    committed_notes: type[Note], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Callable[[], bytes]]:
    """Every byte the database keeps on disk. SQLite's in-memory database moves into a real file first."""
    if connection.vendor != "sqlite":
        monkeypatch.setattr(
            scrubbing, "WAIT_SECONDS", 120.0
        )  # other tests' transactions are on this server too
        yield _postgresql_bytes
        return
    usual = connections["default"]
    file = tmp_path / "disk.sqlite3"
    moved = usual.copy()
    moved.settings_dict = {**usual.settings_dict, "NAME": str(file)}
    usual.ensure_connection()
    moved.ensure_connection()
    usual.connection.backup(moved.connection)
    connections["default"] = moved
    usual_settings, connections.settings["default"] = connections.settings["default"], moved.settings_dict
    try:
        yield lambda: b"".join(path.read_bytes() for path in sorted(tmp_path.glob("disk.sqlite3*")))
    finally:
        moved.close()
        connections["default"] = usual
        connections.settings["default"] = usual_settings


def _postgresql_bytes() -> bytes:
    found = b""
    with connection.cursor() as cursor:
        cursor.execute("CHECKPOINT")
        for table in ("crypto_datakey", "crypto_storedmedia", Note._meta.db_table):
            cursor.execute(
                "SELECT pg_read_binary_file(pg_relation_filepath(oid)), CASE WHEN reltoastrelid <> 0 "
                "THEN pg_read_binary_file(pg_relation_filepath(reltoastrelid)) END "
                "FROM pg_class WHERE relname = %s",
                [table],
            )
            found += b"".join(bytes(part) for part in cursor.fetchone() if part is not None)
    return found
