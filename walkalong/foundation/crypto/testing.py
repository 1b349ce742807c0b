"""For tests only: keys of a database that was emptied or rolled back must not outlive it."""

from walkalong.foundation.crypto import datakeys


def forget_keys() -> None:
    """Call after each test."""
    datakeys.forget_all()
