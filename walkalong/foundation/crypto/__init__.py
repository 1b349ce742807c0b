"""Keeping people's words unreadable for whoever finds the disk or a backup."""

from walkalong.foundation.crypto.errors import CryptoError, Erased, MasterKeyError, Unreadable

__all__ = ["CryptoError", "Erased", "MasterKeyError", "Unreadable"]
