"""How an event becomes its hash.

The canonical form is a JSON array of the event's columns in the order of FIELDS, in UTF-8, with sorted keys,
no spaces and non-ASCII characters as they are; `at` is ISO 8601 in UTC with six digits of microseconds.
The hash is

    sha256(previous hash, as 64 hexadecimal digits, + newline + canonical form)

and the event before the first has the hash GENESIS. Anybody can check a copy of the table with this page.
"""

import hashlib
import json
from datetime import UTC

from walkalong.foundation.audit.models import AuditEvent

GENESIS = "0" * 64
FIELDS = ("seq", "at", "verb", "actor", "subject", "about", "reason", "detail")


def canonical(event: AuditEvent) -> bytes:
    """The bytes that are hashed."""
    at = event.at.astimezone(UTC).isoformat(timespec="microseconds")
    row = [at if name == "at" else getattr(event, name) for name in FIELDS]
    return json.dumps(row, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode("utf-8")


def hash_of(event: AuditEvent) -> str:
    """The hash of an event, chained to `event.previous_hash`."""
    return hashlib.sha256(event.previous_hash.encode("ascii") + b"\n" + canonical(event)).hexdigest()
