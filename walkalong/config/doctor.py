"""What the programme stands on: database, keys, mail, storage, clock, jobs, helplines, audit."""

import os
import shutil
import smtplib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Literal

from django.conf import settings
from django.core import mail
from django.db import DatabaseError, connection
from django.utils import timezone

from walkalong.companion.model import Model, Unusable
from walkalong.config.installation import is_up_to_date
from walkalong.foundation.audit import services as audit
from walkalong.foundation.audit import triggers
from walkalong.foundation.audit.models import AuditEvent
from walkalong.foundation.crypto import keys
from walkalong.foundation.crypto import queries as crypto
from walkalong.foundation.crypto.errors import MasterKeyError
from walkalong.foundation.jobs import queries as jobs
from walkalong.notices import queries as notices
from walkalong.people import queries as people
from walkalong.safety import helplines

FREE_BYTES_WANTED = 500_000_000
CLOCK_TOLERANCE = timedelta(minutes=2)


@dataclass(frozen=True)
class Finding:
    """One thing looked at. `mend` says what to do, unless all is well."""

    state: Literal["well", "note", "ill"]
    what: str
    mend: str = ""


def examine() -> Iterator[Finding]:
    """Every check in turn; one that fails unexpectedly is a finding, never an end."""
    yield from _guarded(database, "the database")
    try:
        connection.ensure_connection()
    except DatabaseError:
        yield from _guarded(storage, "storage")
        return
    for check, name in CHECKS:
        yield from _guarded(check, name)


def _guarded(check: Callable[[], Iterator[Finding]], name: str) -> Iterator[Finding]:
    try:
        yield from check()
    except Exception as error:
        yield Finding(
            "ill",
            f"Looking at {name} failed ({type(error).__name__}).",
            "Run `walkalong serve` once, then look again.",
        )


def database() -> Iterator[Finding]:
    try:
        connection.ensure_connection()
    except DatabaseError as error:
        yield Finding(
            "ill",
            f"The database cannot be reached ({type(error).__name__}).",
            "Check that it runs and that DATABASE_URL names it, its user and its password."
            if connection.vendor != "sqlite"
            else f"Check that {settings.DATA_DIR} exists and that you may write there.",
        )
        return
    if not is_up_to_date():
        yield Finding(
            "ill", "The database is not up to date.", "Start `walkalong serve` once; it brings it up to date."
        )
    else:
        yield Finding("well", f"The database ({connection.vendor}) answers and is up to date.")
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            journal = cursor.execute("PRAGMA journal_mode").fetchone()[0]
            synchronous = cursor.execute("PRAGMA synchronous").fetchone()[0]
        if (journal, synchronous) != ("wal", 2):
            yield Finding(
                "ill",
                f"SQLite writes with journal {journal} and synchronous {synchronous}: "
                "sent words might not survive a crash.",
                "Keep the database on a local disk: WAL does not work on network file systems.",
            )


def master_keys() -> Iterator[Finding]:
    try:
        ring = keys.read_master_keys()
    except MasterKeyError as error:
        yield Finding("ill", "The master key cannot be used.", str(error))
        return
    if trouble := crypto.trouble_with_master_keys():
        yield Finding("ill", "The master key does not open what the database holds.", trouble)
        return
    yield Finding("well", f"The master key {ring.active} opens the database ({len(ring.keys)} in the ring).")
    file = settings.MASTER_KEY_FILE
    if not settings.MASTER_KEYS and file.exists():
        if file.stat().st_mode & 0o077:
            yield Finding("ill", "Others on this machine may read the master key.", f"chmod 600 {file}")
        yield Finding(
            "note",
            f"The master key lies in {file}.",
            "Keep a copy apart from the backups: without it nobody's words can be read again.",
        )


def post() -> Iterator[Finding]:
    if not settings.MAIL_CONFIGURED:
        yield Finding(
            "note",
            f"Mail is not set up; sign-in codes wait in {settings.EMAIL_FILE_PATH}.",
            "Set EMAIL_URL, for example smtp+tls://user:password@mail.example.org:587.",
        )
        return
    try:
        channel = mail.get_connection()
        channel.open()
        channel.close()
    except (OSError, smtplib.SMTPException) as error:
        yield Finding(
            "ill",
            f"The mail server does not take our connection ({type(error).__name__}).",
            "Check host, port, user and password in EMAIL_URL.",
        )
    else:
        yield Finding("well", "The mail server takes our connection.")
    if failures := notices.mail_failures():
        yield Finding(
            "ill", f"{failures} notices could not be mailed this week.", "Look for `mail` in the log."
        )


def storage() -> Iterator[Finding]:
    for folder in (settings.DATA_DIR, settings.MEDIA_DIR):
        if folder.exists() and not os.access(folder, os.W_OK):
            yield Finding(
                "ill", f"{folder} cannot be written.", f"Give its owner the right: chown -R $USER {folder}"
            )
    if not settings.DATA_DIR.exists():
        yield Finding("note", f"{settings.DATA_DIR} is not there yet.", "The first start makes it.")
        return
    free = shutil.disk_usage(settings.DATA_DIR).free
    if free < FREE_BYTES_WANTED:
        yield Finding(
            "ill",
            f"Only {free // 1_000_000} MB are free.",
            "Make room; messages cannot be kept on a full disk.",
        )
    else:
        yield Finding("well", f"Storage can be written; {free // 1_000_000_000} GB are free.")


def clock() -> Iterator[Finding]:
    now = timezone.now()
    newest = AuditEvent.objects.order_by("-seq").values_list("at", flat=True).first()
    if newest and newest > now + CLOCK_TOLERANCE:
        yield Finding(
            "ill",
            f"The clock says {now:%Y-%m-%d %H:%M} UTC, earlier than the newest record.",
            "Set the clock by network time (timedatectl set-ntp true).",
        )
        return
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            theirs: datetime = cursor.execute("SELECT now()").fetchone()[0]
        if abs(theirs.astimezone(UTC) - now) > CLOCK_TOLERANCE:
            yield Finding(
                "ill",
                "This machine's clock and the database's differ by minutes.",
                "Set both by network time.",
            )
            return
    yield Finding("well", f"The clock says {now:%Y-%m-%d %H:%M} UTC.")


def work() -> Iterator[Finding]:
    overdue = jobs.overdue(timezone.now())
    if overdue:
        yield Finding(
            "ill",
            f"Periodic jobs have not run for a while: {', '.join(sorted(overdue))}.",
            "Is the server (or `walkalong worker`) running?",
        )
    else:
        yield Finding("well", "No periodic job is overdue.")


def lines() -> Iterator[Finding]:
    if stale := helplines.stale(timezone.now().date()):
        yield Finding(
            "ill",
            f"{len(stale)} helplines were last read more than {helplines.MAX_AGE.days} days ago.",
            f"Check each with its source, then set its read_on in {helplines.FILE}.",
        )
    if unverified := helplines.unverified():
        yield Finding(
            "note",
            f"{len(unverified)} helplines were never dialled by people of the programme; "
            "the help card says so.",
            "Dial each, but no emergency number to try it; "
            f"then write verified_by and verified_on beside it in {helplines.FILE}.",
        )


def record() -> Iterator[Finding]:
    found = audit.verify()
    if gone := triggers.missing(connection):
        yield Finding(
            "ill",
            f"The database would let the audit be changed: {', '.join(gone)} missing.",
            "Restore the newest backup, or ask who changed the database and why.",
        )
    if found.ok:
        yield Finding("well", f"The audit chain is whole ({found.count} entries).")
    else:
        yield Finding(
            "ill",
            f"The audit chain is broken at entry {found.broken_at}.",
            "Keep a copy of the database and ask why.",
        )


def programme() -> Iterator[Finding]:
    if people.programme() is None:
        yield Finding(
            "note", "No programme is set up.", "Start `walkalong serve` and open the link it prints."
        )
    if settings.REDIS_URL:
        import redis

        try:
            redis.Redis.from_url(settings.REDIS_URL, socket_timeout=3).ping()
            yield Finding("well", "Redis answers.")
        except redis.RedisError as error:
            yield Finding(
                "ill", f"Redis does not answer ({type(error).__name__}).", "Check that it runs and REDIS_URL."
            )


def companion_model() -> Iterator[Finding]:
    """Without its model the companion still reads, by its lexicon alone, and misses more."""
    try:
        Model()
    except Unusable as problem:
        yield Finding(
            "note",
            f"The companion reads with its lexicon alone: {problem}.",
            "Install Walkalong anew; its folder walkalong/companion/model/ must be whole.",
        )
    else:
        yield Finding("well", "The companion's model can be read.")


CHECKS = [
    (master_keys, "the master key"),
    (post, "mail"),
    (storage, "storage"),
    (clock, "the clock"),
    (work, "the jobs"),
    (lines, "the helplines"),
    (record, "the audit chain"),
    (programme, "the programme"),
    (companion_model, "the companion's model"),
]
