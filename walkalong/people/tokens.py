"""Secrets in links: shown once, kept only as a hash."""

import hashlib
import secrets


def new() -> tuple[str, str]:
    """A fresh token, and what the database keeps of it."""
    token = secrets.token_urlsafe(32)
    return token, hash_of(token)


def hash_of(token: str) -> str:
    return hashlib.sha256(token.encode("utf-8", "surrogatepass")).hexdigest()
