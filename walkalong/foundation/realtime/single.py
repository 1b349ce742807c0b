"""Without Redis only one process may serve: sockets of another would hear nothing."""

import fcntl
import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import connection

LOCK_KEY = 0x57414C4B  # "WALK": the advisory lock's number in PostgreSQL


class AlreadyServing(Exception):
    """Another process serves already; the message says what to do."""


@dataclass
class Claim:
    """Held as long as this object lives; the system gives it back when the process ends, however it ends."""

    file: Any = None
    database: Any = None

    def release(self) -> None:
        if self.file is not None:
            self.file.close()
            self.file = None
        if self.database is not None:
            self.database.close()
            self.database = None


def claim(*, processes: int = 1) -> Claim:
    """Be the only serving process, or raise AlreadyServing. With Redis there may be many."""
    if settings.REDIS_URL:
        return Claim()
    if processes > 1:
        raise AlreadyServing(
            "Several processes need Redis, so that live messages cross between them. "
            "Set REDIS_URL, or start one process."
        )
    return _claim_database() if connection.vendor == "postgresql" else _claim_file()


def _claim_file() -> Claim:
    database = connection.settings_dict["NAME"]  # the demo and the programme may be served side by side
    path = Path(settings.DATA_DIR) / f"serving-{Path(str(database)).stem}.lock"
    path.parent.mkdir(parents=True, exist_ok=True)
    file = path.open("a+")
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        file.seek(0)
        by = file.read(20).strip()
        file.close()
        raise AlreadyServing(_sentence(f" (process {by})" if by.isdigit() else "")) from None
    file.truncate(0)
    file.write(str(os.getpid()))
    file.flush()
    return Claim(file=file)


def _claim_database() -> Claim:
    lasting = connection.copy()
    with lasting.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_lock(%s)", [LOCK_KEY])
        got = bool(cursor.fetchone()[0])
    if not got:
        lasting.close()
        raise AlreadyServing(_sentence(""))
    return Claim(database=lasting)


def _sentence(by: str) -> str:
    return (
        f"Walkalong is already being served from this database{by}. Stop that one first; or set REDIS_URL "
        "so that several processes can tell each other what is new."
    )
