"""Writing a backup while the server runs."""

import json
import shutil
import sqlite3
from pathlib import Path

from allauth.usersessions.models import UserSession
from django.conf import settings
from django.contrib.sessions.models import Session
from django.db import connection
from django.utils import timezone

from walkalong.config.backup import postgres
from walkalong.config.backup.files import write_manifest, write_private
from walkalong.config.backup.problem import BackupProblem
from walkalong.foundation.audit import services as audit
from walkalong.foundation.crypto.models import DataKey

KEYS = "data-keys.json"
# Neither what opens words nor what opens the door: a copy of a session's key would sign its finder in.
_LEFT_OUT = [model._meta.db_table for model in (DataKey, Session, UserSession)]


def make_backup(folder: Path) -> Path:
    """Write a backup below `folder` and return its dated folder.

    Raises BackupProblem; then nothing half-made is left behind.
    """
    now = timezone.now()
    dated = folder / f"walkalong-{now:%Y%m%d-%H%M%S}"
    unfinished = folder / f".{dated.name}.unfinished"
    try:
        unfinished.mkdir(mode=0o700, parents=True)
        if connection.vendor == "sqlite":
            _copy_sqlite(unfinished / "database.sqlite3")
        else:
            postgres.call(
                "pg_dump",
                [
                    "--format=custom",
                    "--no-owner",
                    *(f"--exclude-table-data=*.{table}" for table in _LEFT_OUT),
                    f"--file={unfinished / 'database.dump'}",
                ],
            )
        keys = _wrapped_keys()  # after the database: a key made meanwhile seals words that are in the copy
        if settings.MEDIA_DIR.is_dir():
            # after the database: every picture it names is there (sealed files never change)
            shutil.copytree(settings.MEDIA_DIR, unfinished / "media")
        write_manifest(unfinished, {"made_at": now.isoformat(), "vendor": connection.vendor})
        unfinished.rename(dated)
        write_private(folder / KEYS, json.dumps(keys))
    except OSError as error:
        raise BackupProblem(
            f"the backup could not be written to {error.filename or folder}: {error.strerror}."
        ) from error
    finally:
        shutil.rmtree(unfinished, ignore_errors=True)
    audit.record(verb="config.backup_made", actor=None)
    return dated


def _wrapped_keys() -> list[dict[str, str | None]]:
    return [
        {
            "id": str(key.id),
            "scope": key.scope,
            "wrapped": key.wrapped,
            "created_at": key.created_at.isoformat(),
            "retired_at": key.retired_at.isoformat() if key.retired_at else None,
        }
        for key in DataKey.objects.order_by("id")
    ]


def _copy_sqlite(target: Path) -> None:
    connection.ensure_connection()
    copy = sqlite3.connect(target)
    try:
        connection.connection.backup(copy)
        copy.execute("PRAGMA secure_delete=ON")
        for table in _LEFT_OUT:
            copy.execute(f"DELETE FROM {table}")  # noqa: S608
        copy.commit()
        copy.execute("PRAGMA journal_mode=DELETE")
        copy.execute("VACUUM")
    finally:
        copy.close()
    target.chmod(0o600)
