"""A new data key for a scope: what its old key sealed is sealed anew, then the old key is dropped."""

import logging
from collections.abc import Iterator
from datetime import timedelta

from django.apps import apps
from django.db import models, transaction
from django.db.models.functions import Substr
from django.utils import timezone

from walkalong.foundation.crypto import datakeys, media, scrubbing, sealing
from walkalong.foundation.crypto.errors import CryptoError, Unreadable
from walkalong.foundation.crypto.fields import EncryptedTextField, Sealed
from walkalong.foundation.crypto.models import DataKey, StoredMedia

logger = logging.getLogger(__name__)

_BATCH = 200
# Longer than another process may keep the old key in memory and finish a write with it.
GRACE = timedelta(seconds=datakeys.TTL_SECONDS * 3)


def rotate_data_key(*, scope: str) -> int:
    """Seal everything of a scope with a new key, media included; returns how many values and files.

    The old key seals nothing new; it is dropped by drop_retired_keys after GRACE, because a write with it may
    be under way. What an interruption left is finished there, too. Not inside a transaction of your own.
    Raises CryptoError when nothing known is sealed with it: it may be used outside the models' fields.
    """
    old = DataKey.objects.filter(scope=scope, retired_at=None).first()
    if old is None:
        return 0
    if not any(rows.exists() for _field, rows in _sealed_with(old)):
        raise CryptoError("No row is sealed with the key of this scope; what else may be is unknown.")
    with transaction.atomic():
        DataKey.objects.filter(id=old.id).update(retired_at=timezone.now())
        datakeys.forget([old.id.hex])
        transaction.on_commit(lambda: datakeys.forget([old.id.hex]))
    return _reseal_all(old)


def drop_retired_keys() -> int:
    """Finish rotations: seal anew what a late write still sealed with a retired key, and drop the key."""
    dropped = 0
    for old in DataKey.objects.filter(retired_at__lt=timezone.now() - GRACE):
        _reseal_all(old)
        with transaction.atomic():
            scrubbing.overwrite_what_is_deleted()
            if any(rows.exists() for _field, rows in _sealed_with(old)):
                continue
            dropped += DataKey.objects.filter(id=old.id).delete()[0]
            transaction.on_commit(lambda name=old.id.hex: datakeys.forget([name]))  # type: ignore[misc]
            scrubbing.scrub_after_commit()
    return dropped


def _all_models() -> list[type[models.Model]]:
    return list(apps.get_models())


def _sealed_with(key: DataKey) -> Iterator[tuple[EncryptedTextField, models.QuerySet[models.Model]]]:
    """For each sealed field of each model: the rows whose value was sealed with this key."""
    begins = f"{sealing.VERSION}:{key.id.hex}:"
    for model in _all_models():
        for field in model._meta.local_concrete_fields:
            if isinstance(field, EncryptedTextField):
                stored = Substr(field.attname, 1, len(begins), output_field=models.CharField())
                yield field, model._base_manager.alias(stored_begins=stored).filter(stored_begins=begins)


def _reseal_all(old: DataKey) -> int:
    done = 0
    for field, rows in _sealed_with(old):
        after = None
        while batch := list((rows if after is None else rows.filter(pk__gt=after)).order_by("pk")[:_BATCH]):
            after = batch[-1].pk
            for row in batch:
                done += _reseal(field, row)
    return done


def _reseal(field: EncryptedTextField, row: models.Model) -> int:
    try:
        if isinstance(row, StoredMedia):
            media.reseal(row.id)
            return 1
        read: Sealed = row.__dict__[field.attname]
        fresh = field.seal(row, read.open(field.place(row)))
    except Unreadable:
        # Its key stays, in case a backup brings back what was altered; the others go on.
        logger.exception("A sealed value cannot be opened and keeps its old key.")
        return 0
    # Only if nobody wrote in the meantime: their words stand, sealed with the new key already.
    same = models.Func(models.F(field.attname), function="", output_field=models.TextField())
    unchanged = row.__class__._base_manager.alias(stored=same).filter(pk=row.pk, stored=read.stored)
    return unchanged.update(**{field.attname: fresh})
