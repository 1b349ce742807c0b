"""AES-256-GCM over text: `v1:keyid:nonce:ciphertext`, nonce and ciphertext in base64url.

The associated data names the place (table.column.pk), so that a ciphertext copied to another row or column
does not open there.
"""

import os
from base64 import urlsafe_b64decode, urlsafe_b64encode

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from walkalong.foundation.crypto.errors import Unreadable

VERSION = "v1"
NONCE_BYTES = 12


def seal(cipher: AESGCM, key_id: str, plain: bytes, place: str) -> str:
    """Seal bytes for one place. The nonce is random: one data key never comes near 2**32 messages."""
    nonce = os.urandom(NONCE_BYTES)
    sealed = cipher.encrypt(nonce, plain, place.encode())
    return f"{VERSION}:{key_id}:{urlsafe_b64encode(nonce).decode()}:{urlsafe_b64encode(sealed).decode()}"


def key_id_of(stored: str) -> str:
    """Which key a stored text was sealed with."""
    version, _, rest = stored.partition(":")
    key_id = rest.partition(":")[0]
    if version != VERSION or not key_id:
        raise Unreadable("Something stored as sealed is not in a form this version can open.")
    return key_id


def open_sealed(cipher: AESGCM, stored: str, place: str) -> bytes:
    """The sealed bytes, or Unreadable when they were altered or belong to another place."""
    try:
        _version, _key_id, nonce, sealed = stored.split(":")
        return cipher.decrypt(urlsafe_b64decode(nonce), urlsafe_b64decode(sealed), place.encode())
    except (InvalidTag, ValueError):
        raise Unreadable(f"What is sealed in {place} was altered or belongs elsewhere.") from None
