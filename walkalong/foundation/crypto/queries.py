from collections.abc import Iterable

from walkalong.foundation.crypto import datakeys, keys, sealing
from walkalong.foundation.crypto.errors import CryptoError, MasterKeyError
from walkalong.foundation.crypto.models import DataKey


def trouble_with_master_keys() -> str:
    """Whether the master keys at hand open what the database holds: "" or a sentence for whoever runs it."""
    return trouble_in_opening(DataKey.objects.order_by("id").iterator(chunk_size=2000))


def trouble_in_opening(wrapped: Iterable[DataKey]) -> str:
    """The same for data keys that need not be in the database. Where no master key is, none is made.

    Tries one data key for each master key that wraps any, so a wrong file is found before a person meets it.
    """
    try:
        examples: dict[str, DataKey] = {}
        for row in wrapped:
            examples.setdefault(sealing.key_id_of(row.wrapped), row)
        if examples:
            keys.read_master_keys()
        for row in examples.values():
            datakeys.unwrap_bytes(row.id, row.wrapped)
    except MasterKeyError as problem:
        return str(problem)
    except CryptoError:
        return "One of the wrapped data keys was altered or cut."
    return ""
