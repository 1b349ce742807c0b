"""Database connections of threads that last: kept open, and replaced only when they broke."""

from django.db import connections


def keep_connections() -> None:
    """Call before each piece of work in a lasting thread. Costs next to nothing while all is well."""
    for connection in connections.all(initialized_only=True):
        connection.close_at = None  # CONN_MAX_AGE is for threads that come and go
        connection.close_if_unusable_or_obsolete()


def close_connections() -> None:
    """Call when a lasting thread ends."""
    connections.close_all()
