"""What lies on the disk: never words, and after an erasure never the key."""

from collections.abc import Callable
from pathlib import Path
from time import monotonic, sleep

import psycopg
import pytest
from django.db import connection

from tests.foundation.notes import Note
from walkalong.foundation.crypto import jobs, media, scrubbing, services
from walkalong.foundation.crypto.models import DataKey
from walkalong.foundation.ids import uuid7

NAMES = {"host": "HOST", "port": "PORT", "user": "USER", "password": "PASSWORD"}
WORDS = "Zwischen uns: the lighthouse keeper never slept 🌊"


def pieces(words: str) -> list[bytes]:
    return [words.encode(), words.encode("utf-16-le"), b"lighthouse", b"keeper never", "🌊".encode()]


def test_no_words_lie_in_the_database_or_its_log(
    committed_notes: type[Note], on_disk: Callable[[], bytes]
) -> None:
    note = committed_notes.objects.create(body=WORDS, writer="a-writer-in-the-clear")
    note.body = WORDS + " and again"
    note.save()
    note.delete()
    committed_notes.objects.create(body=WORDS, writer="a-writer-in-the-clear")
    before = on_disk()
    scrubbing.scrub()
    for found in (before, on_disk()):
        assert b"a-writer-in-the-clear" in found  # the test reads the right place
        assert not any(piece in found for piece in pieces(WORDS))


def test_after_an_erasure_the_key_is_nowhere_on_the_disk(
    committed_notes: type[Note], on_disk: Callable[[], bytes]
) -> None:
    committed_notes.objects.create(body=WORDS, writer="maya")
    committed_notes.objects.create(body=WORDS, writer="jonas")
    doomed = DataKey.objects.get(scope="note:maya").wrapped.encode()
    kept = DataKey.objects.get(scope="note:jonas").wrapped.encode()
    assert doomed in on_disk()
    assert services.erase_keys(scope="note:maya") == 1
    found = on_disk()
    assert doomed not in found
    assert doomed[-40:] not in found
    assert kept in found


def test_after_rotating_the_master_key_no_old_wrapping_is_on_the_disk(
    committed_notes: type[Note], on_disk: Callable[[], bytes], key_file: Path
) -> None:
    committed_notes.objects.create(body=WORDS)
    old = DataKey.objects.get().wrapped.encode()
    assert old in on_disk()
    services.rotate_master_key()
    assert old not in on_disk()
    assert DataKey.objects.get().wrapped.encode() in on_disk()


def test_an_erased_picture_leaves_neither_file_nor_key(
    committed_notes: type[Note], on_disk: Callable[[], bytes], media_folder: Path
) -> None:
    row = media.write(scope="a", media_id=uuid7(), data=b"pixels" * 50_000, content_type="image/webp")
    row.refresh_from_db(fields=["size"])
    sealed_key = type(row).objects.get(pk=row.pk).__dict__["file_key"].stored.encode()
    assert sealed_key in on_disk()
    media.erase(row.id)
    assert sealed_key not in on_disk()
    assert not [path for path in media_folder.rglob("*") if path.is_file()]


def test_the_log_is_cut_even_if_a_reader_came_first(
    committed_notes: type[Note], on_disk: Callable[[], bytes]
) -> None:
    if connection.vendor != "sqlite":
        assert services.truncate_wal()  # nothing to do there
        return
    reader = connection.copy()
    committed_notes.objects.create(body=WORDS)
    with reader.cursor() as cursor:
        cursor.execute("BEGIN")
        cursor.execute(f"SELECT count(*) FROM {Note._meta.db_table}")
        cursor.fetchall()
        committed_notes.objects.create(body=WORDS)
        assert services.truncate_wal() is False
        cursor.execute("ROLLBACK")
    reader.close()
    assert services.truncate_wal() is True
    assert Path(f"{connection.settings_dict['NAME']}-wal").stat().st_size == 0


def test_an_erasure_that_had_to_wait_is_finished_by_the_periodic_job(
    committed_notes: type[Note], on_disk: Callable[[], bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    if connection.vendor == "sqlite":
        return  # there it is the log: tested above
    committed_notes.objects.create(body=WORDS, writer="maya")
    doomed = DataKey.objects.get(scope="note:maya").wrapped.encode()
    url = {
        key: connection.settings_dict[name] for key, name in NAMES.items() if connection.settings_dict[name]
    }
    with psycopg.connect(**{**url, "dbname": "postgres"}) as elsewhere, monkeypatch.context() as impatient:
        elsewhere.execute("SELECT pg_current_xact_id()")  # a transaction in another database of this server
        impatient.setattr(scrubbing, "WAIT_SECONDS", 0.1)
        services.erase_keys(scope="note:maya")
        assert doomed in on_disk()
        elsewhere.rollback()
    end = monotonic() + 20  # the server counts its dead rows about once a second
    while doomed in on_disk() and monotonic() < end:
        jobs.scrub_what_waited()
        sleep(0.2)
    assert doomed not in on_disk()
