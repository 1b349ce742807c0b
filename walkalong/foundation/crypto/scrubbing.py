"""After an erasure: no copy of a deleted key stays in the database's own files.

What remains beyond (blocks of a file system, archived PostgreSQL WAL) are wrapped keys: worthless without the
master key, and worthless for good once the master key was rotated and the old one retired.
"""

import logging
import time
from typing import Any

from django.db import OperationalError, connection, transaction

logger = logging.getLogger(__name__)

WAIT_SECONDS = 5.0
TABLES = ("crypto_datakey", "crypto_storedmedia")


def overwrite_what_is_deleted() -> None:
    """SQLite overwrites deleted rows with zeros, whatever the connection was set to."""
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA secure_delete = ON")


def scrub_after_commit() -> None:
    """Scrub once when the surrounding transaction has committed."""
    if not any(hook is scrub for _sids, hook, *_ in connection.run_on_commit):
        transaction.on_commit(scrub)


def scrub() -> bool:
    """Rewrite or truncate the files where deleted keys may linger. False: not now; try again later."""
    if connection.in_atomic_block:
        return False
    return truncate_wal() if connection.vendor == "sqlite" else _vacuum()


def truncate_wal() -> bool:
    """Move SQLite's write-ahead log into the database file and cut it to nothing."""
    if connection.vendor != "sqlite":
        return True
    with connection.cursor() as cursor:
        # Waiting for readers holds up every writer, so not for long; a periodic job comes again.
        usual = cursor.execute("PRAGMA busy_timeout").fetchone()[0]
        cursor.execute("PRAGMA busy_timeout = 1000")
        try:
            busy = bool(cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0])
        finally:
            cursor.execute(f"PRAGMA busy_timeout = {usual:d}")
    if busy:
        logger.info("The write-ahead log is in use; it will be truncated later.")
    return not busy


def scrub_what_waited() -> bool:
    """What a scrub could not do at its time, because something was being read, is done now."""
    if connection.in_atomic_block:
        return False
    if connection.vendor == "sqlite":
        return truncate_wal()
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT count(*) FROM pg_stat_user_tables WHERE relname = ANY(%s) AND n_dead_tup > 0",
            [list(TABLES)],
        )
        return not cursor.fetchone()[0] or _vacuum()


def _vacuum() -> bool:
    """Rewrite the key tables, once nobody's snapshot sees the deleted rows: they would be carried over."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SET lock_timeout = '5s'")
            try:
                waited = _wait_for_older_transactions(cursor)
                # ANALYZE counts the dead rows anew: so `scrub_what_waited` knows whether any are left
                cursor.execute(f"VACUUM (FULL, ANALYZE) {', '.join(TABLES)}")
            finally:
                cursor.execute("RESET lock_timeout")
    except OperationalError:
        waited = False
    if not waited:
        logger.info("The key tables are in use; they will be rewritten later.")
    return waited


def _wait_for_older_transactions(cursor: Any) -> bool:
    """Until every transaction that began before now has ended, in whichever database of the server.

    VACUUM's own snapshot reaches back to the oldest of all: one elsewhere keeps dead rows alive here too.
    """
    cursor.execute("SELECT pg_snapshot_xmax(pg_current_snapshot())::text::bigint")
    now = cursor.fetchone()[0]
    end = time.monotonic() + WAIT_SECONDS
    while time.monotonic() < end:
        cursor.execute(
            "SELECT pg_snapshot_xmin(pg_current_snapshot())::text::bigint >= %s AND NOT EXISTS ("
            " SELECT FROM pg_stat_activity WHERE datname = current_database()"
            " AND backend_xmin IS NOT NULL AND pid <> pg_backend_pid())",
            [now],
        )
        if cursor.fetchone()[0]:
            return True
        time.sleep(0.05)
    return False
