"""Bringing a backup back into an installation that has nothing yet."""

import json
import shutil
from datetime import datetime
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import connection, transaction

from walkalong.config.backup import postgres
from walkalong.config.backup.files import read_manifest
from walkalong.config.backup.made import KEYS
from walkalong.config.backup.problem import BackupProblem
from walkalong.foundation.crypto import queries as crypto
from walkalong.foundation.crypto.models import DataKey


def restore_backup(dated: Path, *, keys: Path | None = None) -> int:
    """Restore the folder `dated` with its wrapped data keys; returns how many keys came back.

    Refuses, before anything is touched, when the backup is damaged, of another kind of database, or when
    this installation already holds something, or has not the master key that opens the data keys.
    """
    manifest = read_manifest(dated)
    if manifest["vendor"] != connection.vendor:
        raise BackupProblem(
            f"this backup is of {manifest['vendor']}, but the installation uses {connection.vendor}. "
            "Set DATABASE_URL to match."
        )
    wrapped = _read_keys(keys or dated.parent / KEYS)
    _refuse_unless_empty()
    if trouble := crypto.trouble_in_opening(wrapped):
        raise BackupProblem(
            f"the words of this backup could not be read here, so nothing was restored. {trouble} "
            "Once that is mended, restore again; docs/operations.md says how."
        )
    try:
        if connection.vendor == "sqlite":
            _put_sqlite_back(dated / "database.sqlite3")
        else:
            postgres.call(
                "pg_restore",
                ["--no-owner", "--exit-on-error", "--dbname=" + _name(), str(dated / "database.dump")],
            )
        if (dated / "media").is_dir():
            shutil.copytree(dated / "media", settings.MEDIA_DIR, dirs_exist_ok=True)
    except OSError as error:
        raise BackupProblem(f"{error.filename} could not be written: {error.strerror}.") from error
    with transaction.atomic():
        DataKey.objects.bulk_create(wrapped)
    return len(wrapped)


def _name() -> str:
    return str(connection.settings_dict["NAME"])


def _read_keys(path: Path) -> list[DataKey]:
    try:
        rows: list[dict[str, Any]] = json.loads(path.read_text())
    except FileNotFoundError:
        raise BackupProblem(
            f"{path} is missing. It holds the wrapped data keys; name it with --keys. "
            "Without it nobody's words can be read again."
        ) from None
    except (OSError, ValueError) as error:
        raise BackupProblem(f"{path} cannot be read.") from error
    return [
        DataKey(
            id=row["id"],
            scope=row["scope"],
            wrapped=row["wrapped"],
            created_at=datetime.fromisoformat(row["created_at"]),
            retired_at=datetime.fromisoformat(row["retired_at"]) if row["retired_at"] else None,
        )
        for row in rows
    ]


def _refuse_unless_empty() -> None:
    if connection.vendor == "sqlite":
        occupied = Path(_name()).exists() and Path(_name()).stat().st_size > 0
    else:
        occupied = bool(connection.introspection.table_names())
    if occupied:
        raise BackupProblem(
            "this installation already holds a database. Restore into an empty one: stop the server, "
            "then move the old database away or name another WALKALONG_DATA_DIR or DATABASE_URL."
        )
    if settings.MEDIA_DIR.is_dir() and any(settings.MEDIA_DIR.iterdir()):
        raise BackupProblem(f"{settings.MEDIA_DIR} already holds files. Move them away first.")


def _put_sqlite_back(source: Path) -> None:
    connection.close()
    target = Path(_name())
    target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    unfinished = target.with_suffix(".restoring")
    shutil.copyfile(source, unfinished)
    unfinished.chmod(0o600)
    unfinished.replace(target)
    connection.ensure_connection()
