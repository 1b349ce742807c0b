"""Sealed files: whole, in part, durable, and gone when they are erased."""

import os
from pathlib import Path

import pytest
from django.db import transaction
from django.utils import timezone

from walkalong.foundation.crypto import Erased, Unreadable, datakeys, media, rotation, services
from walkalong.foundation.crypto.models import DataKey, StoredMedia
from walkalong.foundation.ids import uuid7

CHUNK = media.CHUNK
LENGTHS = [0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 3 * CHUNK, 3 * CHUNK + 7]

pytestmark = pytest.mark.django_db


def keep(data: bytes, scope: str = "match:1:author:a") -> StoredMedia:
    return media.write(scope=scope, media_id=uuid7(), data=data, content_type="image/webp")


def files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file())


@pytest.mark.parametrize("length", LENGTHS)
def test_a_file_comes_back_whole(length: int) -> None:
    data = os.urandom(length)
    row = keep(data)
    assert media.size(row.id) == length
    assert b"".join(media.open_range(row.id)) == data
    assert StoredMedia.objects.get(pk=row.pk).content_type == "image/webp"


def test_any_range_is_the_same_as_a_slice() -> None:
    data = os.urandom(3 * CHUNK + 7)
    row = keep(data)
    edges = [0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 2 * CHUNK, 3 * CHUNK, 3 * CHUNK + 6, 3 * CHUNK + 7]
    for start in edges:
        for end in (edge for edge in edges if edge >= start):
            pieces = list(media.open_range(row.id, start, end))
            assert b"".join(pieces) == data[start:end], (start, end)
            assert all(0 < len(piece) <= CHUNK for piece in pieces)


@pytest.mark.parametrize(("start", "end"), [(-1, 2), (0, 11), (5, 4), (11, 11)])
def test_a_range_outside_the_file_is_refused_at_once(start: int, end: int) -> None:
    row = keep(b"0123456789")
    with pytest.raises(ValueError, match="outside"):
        media.open_range(row.id, start, end)


def test_the_file_holds_none_of_the_content_and_is_private(media_folder: Path) -> None:
    keep(b"EXIF and pixels" * 20_000)
    (file,) = files(media_folder)
    assert b"EXIF" not in file.read_bytes()
    assert file.stat().st_mode & 0o077 == 0
    assert file.parent.stat().st_mode & 0o077 == 0


@pytest.mark.parametrize("how", ["flip", "cut", "swap", "drop_last", "empty", "longer"])
def test_an_altered_file_is_noticed(media_folder: Path, how: str) -> None:
    row = keep(os.urandom(3 * CHUNK))
    (file,) = files(media_folder)
    raw, piece = file.read_bytes(), CHUNK + 16
    file.write_bytes(
        {
            "flip": raw[:50] + bytes([raw[50] ^ 1]) + raw[51:],
            "cut": raw[:-1],
            "swap": raw[piece : 2 * piece] + raw[:piece] + raw[2 * piece :],
            "drop_last": raw[: 2 * piece],
            "empty": b"",
            "longer": raw[:piece] + b"x" + raw[piece:],
        }[how]
    )
    with pytest.raises(Unreadable):
        b"".join(media.open_range(row.id))


def test_a_file_cut_together_with_its_stated_size_is_noticed(media_folder: Path) -> None:
    row = keep(os.urandom(3 * CHUNK))
    (file,) = files(media_folder)
    file.write_bytes(file.read_bytes()[: 2 * (CHUNK + 16)])
    StoredMedia.objects.filter(pk=row.pk).update(size=2 * CHUNK)
    with pytest.raises(Unreadable):
        b"".join(media.open_range(row.id))


def test_files_exchanged_between_rows_do_not_open() -> None:
    one, two = keep(b"one"), keep(b"two")
    one_file, two_file = one.file, two.file
    StoredMedia.objects.filter(pk=one.pk).update(file="x")
    StoredMedia.objects.filter(pk=two.pk).update(file=one_file)
    StoredMedia.objects.filter(pk=one.pk).update(file=two_file)
    with pytest.raises(Unreadable):
        b"".join(media.open_range(one.id))


def test_a_lost_file_is_said() -> None:
    row = keep(b"one")
    media._path(row.file).unlink()
    with pytest.raises(Unreadable, match="missing"):
        media.open_range(row.id)


def test_an_erased_file_is_gone_for_good(media_folder: Path, django_capture_on_commit_callbacks) -> None:
    row = keep(b"one")
    with django_capture_on_commit_callbacks(execute=True):
        media.erase(row.id)
        assert files(media_folder)  # the transaction may still be rolled back
    assert not files(media_folder)
    with pytest.raises(media.NoSuchMedia):
        media.open_range(row.id)
    with pytest.raises(media.NoSuchMedia):
        media.size(row.id)
    media.erase(row.id)


def test_erasing_a_scope_erases_its_files(media_folder: Path, django_capture_on_commit_callbacks) -> None:
    mine, theirs = keep(b"mine"), keep(b"theirs", scope="match:1:author:b")
    with django_capture_on_commit_callbacks(execute=True):
        services.erase_keys(scope="match:1:author:a")
    with pytest.raises(media.NoSuchMedia):
        media.open_range(mine.id)
    assert b"".join(media.open_range(theirs.id)) == b"theirs"
    assert len(files(media_folder)) == 1


def test_a_file_without_its_key_is_erased() -> None:
    row = keep(b"one")
    DataKey.objects.all().delete()
    datakeys.forget_all()
    with transaction.atomic():
        transaction.get_connection().run_on_commit.clear()
        with pytest.raises(Erased):
            media.open_range(row.id)
    media.erase(row.id)
    assert not StoredMedia.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_rotating_a_data_key_writes_files_anew(media_folder: Path, time_machine) -> None:
    row = keep(b"one" * CHUNK)
    (before,) = files(media_folder)
    raw = before.read_bytes()
    assert services.rotate_data_key(scope="match:1:author:a") == 1
    (after,) = files(media_folder)
    assert after != before
    assert after.read_bytes() != raw
    time_machine.move_to(timezone.now() + rotation.GRACE * 2)
    assert rotation.drop_retired_keys() == 1
    assert b"".join(media.open_range(row.id)) == b"one" * CHUNK


@pytest.mark.django_db(transaction=True)
def test_what_a_rollback_left_behind_is_swept_up_later(media_folder: Path) -> None:
    kept = keep(b"kept")
    with pytest.raises(RuntimeError), transaction.atomic():  # noqa: PT012
        keep(b"gone")
        raise RuntimeError
    assert len(files(media_folder)) == 2
    newest = max(path.stat().st_mtime for path in files(media_folder))
    assert media.remove_strays(older_than=newest - 60) == 0
    assert media.remove_strays(older_than=newest + 60) == 1
    assert b"".join(media.open_range(kept.id)) == b"kept"


def test_the_bytes_are_on_the_disk_before_write_returns(
    monkeypatch: pytest.MonkeyPatch, media_folder: Path
) -> None:
    seen: list[str] = []
    sync, replace = os.fsync, os.replace
    monkeypatch.setattr(media.os, "fsync", lambda fd: (seen.append(_kind(fd)), sync(fd))[1])
    monkeypatch.setattr(media.os, "replace", lambda a, b: (seen.append("name"), replace(a, b))[1])
    keep(b"one")
    assert seen == ["file", "name", "folder", "folder"]


def _kind(handle: int) -> str:
    return "folder" if os.path.isdir(f"/proc/self/fd/{handle}") else "file"


def test_a_failed_write_leaves_nothing(monkeypatch: pytest.MonkeyPatch, media_folder: Path) -> None:
    def full(handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(media.os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        keep(b"one")
    assert not files(media_folder)
    assert not StoredMedia.objects.exists()
