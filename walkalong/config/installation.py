"""Whether an installation is where a command looks. Looking makes none: an empty one would look well."""

from pathlib import Path

from django.conf import settings
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from walkalong.config import keys

ANOTHER_FOLDER = "name its folder, for example WALKALONG_DATA_DIR=/var/lib/walkalong"


class NoInstallation(Exception):
    """Nothing is here to look at; the message says where that is, and how to look elsewhere."""


def where() -> str:
    """One line for whoever typed the command."""
    return f"Data folder: {settings.DATA_DIR}"


def require() -> None:
    """Raise NoInstallation unless one was begun here. Asks the disk alone, and writes nothing."""
    if connection.vendor == "sqlite":
        database = Path(str(connection.settings_dict["NAME"]))
        begun = database.is_file() and database.stat().st_size > 0
    else:
        begun = not keys.is_unwritten()
    if begun:
        return
    demo = settings.DATA_DIR / "demo.sqlite3"
    if demo.exists() and not settings.DEMO:
        raise NoInstallation(
            f"{settings.DATA_DIR} holds a demo and no programme. Set WALKALONG_DEMO=1 to look at the demo. "
            f"If your programme lies elsewhere, {ANOTHER_FOLDER}."
        )
    raise NoInstallation(
        f"there is no installation in {settings.DATA_DIR}, and none was made. "
        f"If yours lies elsewhere, {ANOTHER_FOLDER}; docs/operations.md has the whole line. "
        "A new one begins with `walkalong serve`."
    )


def is_up_to_date() -> bool:
    executor = MigrationExecutor(connection)
    return not executor.migration_plan(executor.loader.graph.leaf_nodes())
