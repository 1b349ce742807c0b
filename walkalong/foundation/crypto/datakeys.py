"""Data keys in memory: made once for each scope, unwrapped, and kept for at most a minute.

Erasing evicts a key here at once; another process forgets it within TTL_SECONDS.
"""

import threading
import time
from collections import OrderedDict
from dataclasses import dataclass, field
from uuid import UUID

from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.apps import apps
from django.db import connection, transaction

from walkalong.foundation.crypto import sealing
from walkalong.foundation.crypto.errors import Erased, MasterKeyError, Unreadable
from walkalong.foundation.crypto.keys import KEY_BYTES, keyring
from walkalong.foundation.ids import uuid7

TTL_SECONDS = 60.0
MOST_KEYS = 2048


@dataclass(frozen=True)
class OpenKey:
    """A data key ready for use."""

    id: str
    scope: str
    cipher: AESGCM = field(repr=False)


class _Cache:
    """Two small maps with an expiry: key id -> key (None: known to be erased), and scope -> key id."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._by_id: OrderedDict[str, tuple[float, OpenKey | None]] = OrderedDict()
        self._id_of_scope: dict[str, str] = {}

    def of_scope(self, scope: str) -> OpenKey | None:
        key_id = self._id_of_scope.get(scope)
        if key_id is None:
            return None
        found = self._by_id.get(key_id)
        return found[1] if found is not None and found[0] > time.monotonic() else None

    def known(self, key_id: str) -> tuple[bool, OpenKey | None]:
        found = self._by_id.get(key_id)
        if found is None or found[0] <= time.monotonic():
            return False, None
        return True, found[1]

    def keep(self, key: OpenKey, *, seals: bool) -> None:
        with self._lock:
            self._put(key.id, key)
            if seals:
                self._id_of_scope[key.scope] = key.id

    def keep_erased(self, key_id: str) -> None:
        with self._lock:
            self._put(key_id, None)

    def forget(self, key_ids: list[str]) -> None:
        with self._lock:
            for key_id in key_ids:
                self._drop(key_id)

    def clear(self) -> None:
        with self._lock:
            self._by_id.clear()
            self._id_of_scope.clear()

    def _put(self, key_id: str, key: OpenKey | None) -> None:
        self._drop(key_id)
        self._by_id[key_id] = (time.monotonic() + TTL_SECONDS, key)
        while len(self._by_id) > MOST_KEYS:
            self._drop(next(iter(self._by_id)))

    def _drop(self, key_id: str) -> None:
        _, key = self._by_id.pop(key_id, (0.0, None))
        if key is not None and self._id_of_scope.get(key.scope) == key_id:
            del self._id_of_scope[key.scope]


_cache = _Cache()
forget_all = _cache.clear


def forget(key_ids: list[str]) -> None:
    """Drop these keys from memory: whoever needs one asks the database whether it still stands."""
    _cache.forget(key_ids)
    for hook in _made_in_this_transaction():
        hook.forgotten = hook.forgotten or hook.key.id in key_ids


class _KeepOnCommit:
    """A key made in a transaction that is still open.

    It enters the shared cache only when the transaction commits: after a rollback nobody may seal with a key
    that the database never kept. Django drops the callback at a rollback, savepoints included, so a callback
    that is still there tells that the key still stands.
    """

    def __init__(self, key: OpenKey) -> None:
        self.key = key
        self.forgotten = False

    def __call__(self) -> None:
        if not self.forgotten:
            _cache.keep(self.key, seals=True)


def _made_in_this_transaction() -> list[_KeepOnCommit]:
    return [hook for _sids, hook, *_ in connection.run_on_commit if isinstance(hook, _KeepOnCommit)]


def _keep(key: OpenKey, *, seals: bool) -> None:
    if all(hook.key.id != key.id for hook in _made_in_this_transaction()):
        _cache.keep(key, seals=seals)


def key_for_scope(scope: str) -> OpenKey:
    """The key that seals for this scope, made on first use. Warm, it asks the database nothing."""
    found = _cache.of_scope(scope)
    if found is not None:
        return found
    for hook in _made_in_this_transaction():
        if hook.key.scope == scope and not hook.forgotten:
            return hook.key
    return _read_or_make(scope)


def key_by_id(key_id: str) -> OpenKey:
    """The key that sealed something. Raises Erased when it was destroyed."""
    known, key = _cache.known(key_id)
    if not known:
        made = (hook.key for hook in _made_in_this_transaction() if not hook.forgotten)
        key = next((key for key in made if key.id == key_id), None) or _read(key_id)
    if key is None:
        raise Erased("These words were erased.")
    return key


def _read(key_id: str) -> OpenKey | None:
    try:
        row = apps.get_model("crypto", "DataKey")._default_manager.filter(id=UUID(key_id)).first()
    except ValueError:
        raise Unreadable("Something stored as sealed names no key.") from None
    if row is None:
        # Inside a transaction the erasure may still be rolled back.
        if not connection.in_atomic_block:
            _cache.keep_erased(key_id)
        return None
    key = unwrap(row.id, row.scope, row.wrapped)
    _keep(key, seals=row.retired_at is None)
    return key


def _read_or_make(scope: str) -> OpenKey:
    if not scope:
        raise ValueError("A scope needs a name.")
    data_key = apps.get_model("crypto", "DataKey")
    in_use = data_key._default_manager.filter(scope=scope, retired_at=None)
    row = in_use.first()
    if row is None:
        made_id = uuid7()
        made = data_key(id=made_id, scope=scope, wrapped=wrap(made_id, AESGCM.generate_key(KEY_BYTES * 8)))
        # Another thread may make it at the same moment: the constraint keeps one, and both read that one.
        data_key._default_manager.bulk_create([made], ignore_conflicts=True)
        row = in_use.get()
        if row.id == made_id:
            key = unwrap(row.id, scope, row.wrapped)
            transaction.on_commit(_KeepOnCommit(key))
            return key
    key = unwrap(row.id, scope, row.wrapped)
    _keep(key, seals=True)
    return key


def wrap(key_id: UUID, key: bytes) -> str:
    """Wrap a data key with the active master key, bound to its row."""
    ring = keyring()
    return sealing.seal(AESGCM(ring.keys[ring.active]), ring.active, key, _place(key_id))


def unwrap_bytes(key_id: UUID, wrapped: str) -> bytes:
    """The raw data key. Raises MasterKeyError when its master key is not at hand."""
    ring = keyring()
    master_id = sealing.key_id_of(wrapped)
    master = ring.keys.get(master_id)
    if master is None:
        raise MasterKeyError(
            f"Some words are sealed under the master key {master_id}, which is not at hand. "
            "Put it back into WALKALONG_MASTER_KEYS or the master key file."
        )
    try:
        return sealing.open_sealed(AESGCM(master), wrapped, _place(key_id))
    except Unreadable:
        raise MasterKeyError(
            f"The master key {master_id} does not open what was sealed under that name: it is another key."
        ) from None


def unwrap(key_id: UUID, scope: str, wrapped: str) -> OpenKey:
    """A stored data key, ready for use."""
    return OpenKey(id=key_id.hex, scope=scope, cipher=AESGCM(unwrap_bytes(key_id, wrapped)))


def _place(key_id: UUID) -> str:
    return f"crypto_datakey.wrapped.{key_id}"
