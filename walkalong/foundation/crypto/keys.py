"""The master keys: they wrap the data keys and live outside the database.

They come from settings.MASTER_KEYS (a list of "id:base64-of-32-bytes", the first one active) or, when that is
empty, from the file settings.MASTER_KEY_FILE with one such entry a line, made on the first start.
"""

import base64
import binascii
import os
import re
import secrets
import threading
from dataclasses import dataclass
from pathlib import Path

from django.apps import apps
from django.conf import settings
from django.db import connection

from walkalong.foundation.crypto.errors import MasterKeyError

KEY_BYTES = 32
_ID = re.compile(r"[A-Za-z0-9_-]{1,40}")


@dataclass(frozen=True)
class Keyring:
    """Master keys by id; `active` wraps whatever is wrapped from now on."""

    active: str
    keys: dict[str, bytes]

    def __repr__(self) -> str:
        return f"<Keyring active={self.active} of {len(self.keys)}>"


_lock = threading.Lock()
_loaded: tuple[object, Keyring] | None = None


def keyring() -> Keyring:
    """The current master keys. A changed file is read again, so a rotation reaches a running server."""
    global _loaded
    source = _source()
    known = _loaded
    if known is not None and known[0] == source:
        return known[1]
    with _lock:
        ring = ensure_master_key()
        _loaded = (_source(), ring)
        return ring


def ensure_master_key() -> Keyring:
    """Read the master keys; on a first start, when nothing has been sealed yet, make the file.

    Raises MasterKeyError, in words for whoever runs the server.
    """
    path = Path(settings.MASTER_KEY_FILE)
    if not given_by_settings() and not path.exists():
        if _something_is_sealed():
            raise MasterKeyError(
                f"The master key file {path} is missing, but the database holds words sealed with it. "
                "Put the file back from where you keep it (or set WALKALONG_MASTER_KEYS). "
                "A new key cannot open the old words, so none was made."
            )
        _create(path)
    return read_master_keys()


def read_master_keys() -> Keyring:
    """The master keys at hand; makes none and asks no database. Raises MasterKeyError as above."""
    if given_by_settings():
        # A setting read from a file ends with a newline, and may have one entry a line.
        entries = " ".join(settings.MASTER_KEYS).split()
        return _parse(entries, where="The setting WALKALONG_MASTER_KEYS")
    path = Path(settings.MASTER_KEY_FILE)
    if not path.exists():
        raise MasterKeyError(
            f"The master key file {path} is missing. "
            "Put it back from where you keep it, or set WALKALONG_MASTER_KEYS."
        )
    return _read(path)


def write_keyring(ring: Keyring) -> None:
    """Replace the key file as a whole: a crash leaves the old one or the new one, never half of one."""
    path = Path(settings.MASTER_KEY_FILE)
    order = [ring.active, *(name for name in ring.keys if name != ring.active)]
    part = path.with_name(f".{path.name}.{secrets.token_hex(4)}.part")
    _write_new(part, "".join(f"{_entry(name, ring.keys[name])}\n" for name in order))
    os.replace(part, path)
    _sync_folder(path.parent)


def new_key() -> tuple[str, bytes]:
    """A fresh master key and its id."""
    return secrets.token_hex(4), secrets.token_bytes(KEY_BYTES)


def given_by_settings() -> bool:
    """Whether the operator gives the keys, so that no file of ours holds them."""
    return bool(settings.MASTER_KEYS)


def is_private() -> bool:
    """Whether only the owner may read the key file (true when the keys come from settings)."""
    if given_by_settings():
        return True
    return not Path(settings.MASTER_KEY_FILE).stat().st_mode & 0o077


def _source() -> object:
    if given_by_settings():
        return tuple(settings.MASTER_KEYS)
    path = os.fspath(settings.MASTER_KEY_FILE)
    try:
        found = os.stat(path)
    except OSError:
        return (path, None)
    return (path, found.st_ino, found.st_mtime_ns, found.st_size)


def _something_is_sealed() -> bool:
    data_key = apps.get_model("crypto", "DataKey")
    if data_key._meta.db_table not in connection.introspection.table_names():
        return False
    return data_key._default_manager.exists()


def _create(path: Path) -> None:
    """Two processes may start at once: each writes its own file, and linking lets exactly one of them win."""
    part = path.with_name(f".{path.name}.{secrets.token_hex(4)}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        _write_new(part, f"{_entry(*new_key())}\n")
        try:
            os.link(part, path)
        except FileExistsError:
            pass
        finally:
            part.unlink()
        _sync_folder(path.parent)
    except OSError as error:
        raise MasterKeyError(f"The master key file {path} cannot be made: {error.strerror}.") from error


def _write_new(path: Path, text: str) -> None:
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "w", encoding="ascii") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())


def _sync_folder(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _read(path: Path) -> Keyring:
    try:
        lines = path.read_text(encoding="ascii").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        what = error.strerror if isinstance(error, OSError) else "it is not plain text"
        raise MasterKeyError(f"The master key file {path} cannot be read: {what}.") from None
    return _parse([line.strip() for line in lines if line.strip()], where=f"The master key file {path}")


def _parse(entries: list[str], *, where: str) -> Keyring:
    if not entries:
        raise MasterKeyError(f"{where} is empty. Put the keys back from where you keep them.")
    keys: dict[str, bytes] = {}
    for number, entry in enumerate(entries, start=1):
        name, _, text = entry.partition(":")
        if not _ID.fullmatch(name) or not text:
            raise MasterKeyError(
                f"{where}: entry {number} does not read as id:key (id of letters and digits)."
            )
        try:
            key = base64.b64decode(text, validate=True)
        except (binascii.Error, ValueError):
            raise MasterKeyError(f"{where}: the key of entry {number} is not base64.") from None
        if len(key) != KEY_BYTES:
            raise MasterKeyError(
                f"{where}: the key of entry {number} has {len(key)} bytes instead of {KEY_BYTES}."
            )
        if name in keys:
            raise MasterKeyError(f"{where}: entry {number} uses the id of an earlier entry.")
        keys[name] = key
    return Keyring(active=next(iter(keys)), keys=keys)


def _entry(name: str, key: bytes) -> str:
    return f"{name}:{base64.b64encode(key).decode('ascii')}"
