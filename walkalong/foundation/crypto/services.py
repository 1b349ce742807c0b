"""Making, erasing and rotating keys."""

from django.db import transaction
from django.db.models import Q

from walkalong.foundation.crypto import datakeys, keys, media, scrubbing, sealing
from walkalong.foundation.crypto.datakeys import OpenKey
from walkalong.foundation.crypto.errors import MasterKeyError
from walkalong.foundation.crypto.models import DataKey, StoredMedia
from walkalong.foundation.crypto.rotation import rotate_data_key
from walkalong.foundation.crypto.scrubbing import truncate_wal

__all__ = [
    "data_key_for",
    "erase_keys",
    "retire_master_keys",
    "rotate_data_key",
    "rotate_master_key",
    "truncate_wal",
]

_BATCH = 500


def data_key_for(*, scope: str) -> OpenKey:
    """The key that seals for this scope; made on first use. Asks the database nothing when it is warm."""
    return datakeys.key_for_scope(scope)


def erase_keys(*, scope: str | None = None, scope_prefix: str | None = None) -> int:
    """Destroy the keys of a scope, or of every scope that begins with a prefix; returns how many.

    Everything sealed with them, in the database, in files and in earlier backups, can never be read again;
    the media of those scopes are deleted. The stored bytes of the keys are overwritten when the transaction
    commits. Another process may still read for datakeys.TTL_SECONDS.
    """
    if (scope is None) == (scope_prefix is None) or not (scope or scope_prefix):
        raise ValueError("Say either one scope or the beginning of scopes, and not an empty one.")
    which = Q(scope=scope) if scope else Q(scope__startswith=scope_prefix)
    with transaction.atomic():
        scrubbing.overwrite_what_is_deleted()
        for media_id in StoredMedia.objects.filter(which).values_list("id", flat=True):
            media.erase(media_id)
        doomed = list(DataKey.objects.select_for_update().filter(which).values_list("id", flat=True))
        erased, _ = DataKey.objects.filter(id__in=doomed).delete()
        names = [key_id.hex for key_id in doomed]
        datakeys.forget(names)
        # Once more after the commit: meanwhile another thread may have read a key that was still there.
        transaction.on_commit(lambda: datakeys.forget(names))
        scrubbing.scrub_after_commit()
    return erased


def rotate_master_key() -> int:
    """Wrap every data key with a new master key; returns how many. No words are re-encrypted.

    With a key file the new key is made here and put first, and the old ones stay for older backups until
    retire_master_keys. With MASTER_KEYS, put the new key first yourself and run this. After an interruption
    run it again. Safe while the server runs: it notices the changed file.
    """
    if not keys.given_by_settings():
        ring = keys.ensure_master_key()
        name, key = keys.new_key()
        keys.write_keyring(keys.Keyring(active=name, keys={name: key, **ring.keys}))
    return rewrap()


def rewrap() -> int:
    """Wrap with the active master key whatever is still wrapped with another one."""
    active = keys.keyring().active
    behind = DataKey.objects.exclude(wrapped__startswith=f"{sealing.VERSION}:{active}:").order_by("id")
    done = 0
    while batch := list(behind[:_BATCH]):
        with transaction.atomic():
            for row in batch:
                wrapped = datakeys.wrap(row.id, datakeys.unwrap_bytes(row.id, row.wrapped))
                done += DataKey.objects.filter(id=row.id, wrapped=row.wrapped).update(wrapped=wrapped)
    if done:
        with transaction.atomic():
            scrubbing.scrub_after_commit()
    return done


def retire_master_keys() -> list[str]:
    """Remove the master keys that nothing here needs any more from the key file; returns their ids.

    After that a backup made before the last rotation opens only with a copy of the old key kept elsewhere;
    and whatever an old master key once wrapped, wherever its bytes remain, is unreadable for good.
    """
    if keys.given_by_settings():
        raise MasterKeyError(
            "The master keys are given by the setting WALKALONG_MASTER_KEYS: remove the old ones there."
        )
    rewrap()
    ring = keys.keyring()
    retired = sorted(set(ring.keys) - {ring.active})
    if retired:
        keys.write_keyring(keys.Keyring(active=ring.active, keys={ring.active: ring.keys[ring.active]}))
    return retired
