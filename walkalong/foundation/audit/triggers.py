"""The database itself refuses to change or delete an event, and to move the head backwards.

Whoever owns the database can drop a trigger; then the hash chain still tells (services.verify).
"""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db.backends.base.base import BaseDatabaseWrapper

EVENTS = "audit_auditevent"
HEAD = "audit_audithead"
REFUSAL = "the audit is append-only"

_SQLITE = {
    "audit_event_no_update": f"BEFORE UPDATE ON {EVENTS}",
    "audit_event_no_delete": f"BEFORE DELETE ON {EVENTS}",
    # INSERT OR REPLACE deletes the old row without asking a delete trigger.
    "audit_event_no_replace": f"BEFORE INSERT ON {EVENTS} WHEN NEW.seq IN (SELECT seq FROM {EVENTS})",  # noqa: S608
    "audit_head_only_forward": f"BEFORE UPDATE ON {HEAD} WHEN NEW.id <> OLD.id OR NEW.seq <> OLD.seq + 1",
    "audit_head_no_delete": f"BEFORE DELETE ON {HEAD}",
    "audit_head_no_replace": f"BEFORE INSERT ON {HEAD} WHEN NEW.id IN (SELECT id FROM {HEAD})",  # noqa: S608
}

_POSTGRESQL = {
    "audit_event_frozen": (EVENTS, "BEFORE UPDATE OR DELETE OR TRUNCATE", "FOR EACH STATEMENT"),
    "audit_head_no_delete": (HEAD, "BEFORE DELETE OR TRUNCATE", "FOR EACH STATEMENT"),
    "audit_head_only_forward": (
        HEAD,
        "BEFORE UPDATE",
        "FOR EACH ROW WHEN (NEW.id <> OLD.id OR NEW.seq <> OLD.seq + 1)",
    ),
}


def install(connection: BaseDatabaseWrapper) -> None:
    """Put the triggers in place; harmless when they are."""
    remove(connection)
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            for name, when in _SQLITE.items():
                cursor.execute(f"CREATE TRIGGER {name} {when} BEGIN SELECT RAISE(ABORT, '{REFUSAL}'); END")
        else:
            cursor.execute(
                "CREATE OR REPLACE FUNCTION audit_refuse() RETURNS trigger LANGUAGE plpgsql AS "
                f"$$ BEGIN RAISE EXCEPTION '{REFUSAL}' USING ERRCODE = '23000'; END $$"
            )
            for name, (table, when, how) in _POSTGRESQL.items():
                cursor.execute(
                    f"CREATE TRIGGER {name} {when} ON {table} {how} EXECUTE FUNCTION audit_refuse()"
                )


def remove(connection: BaseDatabaseWrapper) -> None:
    """Take the triggers away, for a migration backwards and for emptying a test database."""
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            for name in _SQLITE:
                cursor.execute(f"DROP TRIGGER IF EXISTS {name}")
        else:
            for name, (table, _when, _how) in _POSTGRESQL.items():
                cursor.execute(f"DROP TRIGGER IF EXISTS {name} ON {table}")


def missing(connection: BaseDatabaseWrapper) -> list[str]:
    """The names of triggers that should be there and are not."""
    if connection.vendor == "sqlite":
        wanted, query = set(_SQLITE), "SELECT name FROM sqlite_master WHERE type = 'trigger'"
    else:
        wanted, query = set(_POSTGRESQL), "SELECT tgname FROM pg_trigger WHERE tgenabled <> 'D'"
    with connection.cursor() as cursor:
        cursor.execute(query)
        return sorted(wanted - {name for (name,) in cursor.fetchall()})


@contextmanager
def removed(connection: BaseDatabaseWrapper) -> Iterator[None]:
    """Without triggers inside the block."""
    remove(connection)
    try:
        yield
    finally:
        install(connection)
