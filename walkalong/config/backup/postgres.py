"""PostgreSQL's own tools, called with the connection Django uses."""

import os
import shutil
import subprocess
from collections.abc import Sequence

from django.db import connection

from walkalong.config.backup.problem import BackupProblem


def call(tool: str, arguments: Sequence[str]) -> None:
    """Run pg_dump or pg_restore against the configured database; raises BackupProblem in words."""
    program = shutil.which(tool)
    if program is None:
        raise BackupProblem(f"{tool} is not installed. On Debian: apt-get install postgresql-client.")
    settings = connection.settings_dict
    environment = {
        **os.environ,
        "PGHOST": settings["HOST"] or "",
        "PGPORT": str(settings["PORT"] or ""),
        "PGUSER": settings["USER"] or "",
        "PGPASSWORD": settings["PASSWORD"] or "",
        "PGDATABASE": settings["NAME"],
    }
    environment = {name: value for name, value in environment.items() if value or not name.startswith("PG")}
    done = subprocess.run(  # noqa: S603
        [program, *arguments], env=environment, capture_output=True, text=True, check=False
    )
    if done.returncode != 0:
        last = done.stderr.strip().splitlines()[-1:] or ["no reason given"]
        raise BackupProblem(f"{tool} did not finish: {last[0]}")
