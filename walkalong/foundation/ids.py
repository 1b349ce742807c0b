"""Identifiers made by the server."""

from uuid import UUID

import uuid_utils.compat


def uuid7() -> UUID:
    """A time-ordered identifier (RFC 9562, version 7).

    Known before the insert, so that encryption can bind a ciphertext to its row.
    """
    return uuid_utils.compat.uuid7()
