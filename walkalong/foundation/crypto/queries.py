from walkalong.foundation.crypto import datakeys, sealing
from walkalong.foundation.crypto.errors import MasterKeyError
from walkalong.foundation.crypto.models import DataKey


def trouble_with_master_keys() -> str:
    """Whether the master keys at hand open what the database holds: "" or a sentence for whoever runs it.

    Tries one data key for each master key that wraps any, so a wrong file is found before a person meets it.
    """
    examples: dict[str, DataKey] = {}
    for row in DataKey.objects.order_by("id").iterator(chunk_size=2000):
        examples.setdefault(sealing.key_id_of(row.wrapped), row)
    try:
        for row in examples.values():
            datakeys.unwrap_bytes(row.id, row.wrapped)
    except MasterKeyError as problem:
        return str(problem)
    return ""
