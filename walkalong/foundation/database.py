"""Database connections of threads that last: kept open, and replaced only when they broke."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection, connections, transaction

_turn = threading.Lock()


@contextmanager
def writing_in_turn() -> Iterator[None]:
    """A transaction that writes, where many threads write at once.

    SQLite takes one writer at a time, and whoever finds it taken sleeps and asks again, after up to 100 ms.
    Here the threads of this process wait for each other instead and go on at once. Whoever is within a
    transaction already waits for nobody: it may hold what the others wait for.
    """
    if connection.vendor != "sqlite" or connection.in_atomic_block:
        with transaction.atomic():
            yield
        return
    with _turn, transaction.atomic():
        yield


def keep_connections() -> None:
    """Call before each piece of work in a lasting thread. Costs next to nothing while all is well."""
    for kept in connections.all(initialized_only=True):
        kept.close_at = None  # CONN_MAX_AGE is for threads that come and go
        kept.close_if_unusable_or_obsolete()


def close_connections() -> None:
    """Call when a lasting thread ends."""
    connections.close_all()
