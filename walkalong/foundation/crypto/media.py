"""Sealed files in settings.MEDIA_DIR.

A file is a row of chunks, each CHUNK bytes of content sealed with AES-256-GCM under the file's own key. The
nonce is the chunk's number (a key seals one file, once), and the associated data names the media, the number
and whether it is the last: chunks can be read from the middle, but not swapped, moved or cut off.
"""

import base64
import os
import secrets
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO
from uuid import UUID

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.conf import settings
from django.db import transaction

from walkalong.foundation.crypto import scrubbing
from walkalong.foundation.crypto.errors import Unreadable
from walkalong.foundation.crypto.models import StoredMedia

CHUNK = 64 * 1024
TAG = 16
KEY_BITS = 256


class NoSuchMedia(LookupError):
    """There is no such file, or it was erased."""


def write(*, scope: str, media_id: UUID, data: bytes, content_type: str) -> StoredMedia:
    """Seal and keep a file. On return its bytes are on the disk; the row comes with the transaction."""
    key = AESGCM.generate_key(KEY_BITS)
    name = _write_file(media_id, data, key)
    try:
        return StoredMedia.objects.create(
            id=media_id,
            scope=scope,
            content_type=content_type,
            size=len(data),
            file=name,
            file_key=_text(key),
        )
    except BaseException:
        _path(name).unlink(missing_ok=True)
        raise


def size(media_id: UUID) -> int:
    """Length of the content in bytes. Raises NoSuchMedia."""
    return _row(media_id).size


def open_range(media_id: UUID, start: int = 0, end: int | None = None) -> Iterator[bytes]:
    """The bytes from `start` up to, not including, `end` (None: to the end), in pieces of at most CHUNK.

    Raises at once NoSuchMedia, Erased (its scope's key is gone) or ValueError (outside the file); while
    reading, Unreadable when the file was altered.
    """
    row = _row(media_id)
    end = row.size if end is None else end
    if not 0 <= start <= end <= row.size:
        raise ValueError(f"The range {start} to {end} is outside the {row.size} bytes of {row}.")
    cipher = _cipher(row)
    try:
        file = _path(row.file).open("rb")
    except FileNotFoundError:
        raise Unreadable(f"The file of {row} is missing.") from None
    return _pieces(file, cipher, row, start, end)


def erase(media_id: UUID) -> None:
    """Destroy a file's key and, when the transaction has committed, the file. Harmless when it is gone."""
    with transaction.atomic():
        scrubbing.overwrite_what_is_deleted()
        row = StoredMedia.objects.select_for_update().filter(id=media_id).defer("file_key").first()
        if row is None:
            return
        path = _path(row.file)
        row.delete()
        transaction.on_commit(lambda: path.unlink(missing_ok=True))
        scrubbing.scrub_after_commit()


def reseal(media_id: UUID) -> None:
    """Write a file anew under a fresh key, sealed with its scope's current data key."""
    with transaction.atomic():
        row = StoredMedia.objects.select_for_update().get(id=media_id)
        data = b"".join(open_range(media_id))
        old, key = _path(row.file), AESGCM.generate_key(KEY_BITS)
        row.file, row.file_key = _write_file(media_id, data, key), _text(key)
        row.save(update_fields=["file", "file_key"])
        transaction.on_commit(lambda: old.unlink(missing_ok=True))


def remove_strays(*, older_than: float) -> int:
    """Delete files without a row, left by a crash or a rollback; `older_than` in seconds since 1970.

    Their keys were never kept, so nobody could read them: this only gives the space back.
    """
    folder = Path(settings.MEDIA_DIR)
    if not folder.is_dir():
        return 0
    old = {path.name: path for path in folder.glob("??/*") if path.stat().st_mtime < older_than}
    known = set(StoredMedia.objects.values_list("file", flat=True)) if old else set()
    strays = [path for name, path in old.items() if name not in known]
    for path in strays:
        path.unlink(missing_ok=True)
    return len(strays)


def _row(media_id: UUID) -> StoredMedia:
    row = StoredMedia.objects.filter(id=media_id).first()
    if row is None:
        raise NoSuchMedia(f"There is no media {media_id}.")
    return row


def _cipher(row: StoredMedia) -> AESGCM:
    return AESGCM(base64.b64decode(row.file_key))


def _text(key: bytes) -> str:
    return base64.b64encode(key).decode("ascii")


def _path(name: str) -> Path:
    return Path(settings.MEDIA_DIR) / name[:2] / name


def _write_file(media_id: UUID, data: bytes, key: bytes) -> str:
    """Durable before it returns: content, then name, then folder. A crash leaves no half file."""
    name = secrets.token_hex(16)
    path = _path(name)
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    part = path.with_suffix(".part")
    cipher = AESGCM(key)
    last = _last_chunk(len(data))
    try:
        handle = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "wb") as file:
            for number in range(last + 1):
                piece = data[number * CHUNK : (number + 1) * CHUNK]
                file.write(cipher.encrypt(_nonce(number), piece, _place(media_id, number, last)))
            file.flush()
            os.fsync(file.fileno())
        os.replace(part, path)
    except BaseException:
        part.unlink(missing_ok=True)
        raise
    for folder in (path.parent, path.parent.parent):
        handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
    return name


def _pieces(file: BinaryIO, cipher: AESGCM, row: StoredMedia, start: int, end: int) -> Iterator[bytes]:
    last = _last_chunk(row.size)
    with file:
        for number in range(start // CHUNK, _last_chunk(end) + 1 if end > start else 0):
            file.seek(number * (CHUNK + TAG))
            try:
                piece = cipher.decrypt(_nonce(number), file.read(CHUNK + TAG), _place(row.id, number, last))
            except (InvalidTag, ValueError):
                raise Unreadable(f"The file of {row} was altered.") from None
            begins = number * CHUNK
            yield piece[max(start - begins, 0) : end - begins]


def _last_chunk(length: int) -> int:
    return max(length - 1, 0) // CHUNK


def _nonce(number: int) -> bytes:
    return number.to_bytes(12, "big")


def _place(media_id: UUID, number: int, last: int) -> bytes:
    return f"crypto_storedmedia.{media_id}.{number}.{number == last}".encode("ascii")
