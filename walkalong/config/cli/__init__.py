"""The one command line: `walkalong`. Each command stands in the module of its name."""

import argparse
import os
import signal
import sqlite3
import sys
from collections.abc import Sequence
from importlib import import_module

COMMANDS = {
    "serve": "start the programme's server",
    "demo": "start the server with a demo programme, on this machine only",
    "worker": "run the jobs in a process of their own",
    "doctor": "look at database, keys, mail, storage and clock, and say how to mend what is wrong",
    "setup-link": "print a fresh one-time link that sets up the programme",
    "sign-in-link": "print a one-time link for somebody who lost every other way in",
    "backup": "write a backup",
    "restore": "bring a backup back",
    "keys": "rotate the master key",
    "audit": "verify the audit chain",
    "companion": "read a draft as the companion would",
}


def main(argv: Sequence[str] | None = None) -> int:
    try:
        try:
            return _run(list(sys.argv[1:] if argv is None else argv))
        finally:
            if sys.stdout is not None:
                _flush()
    except NobodyListens:
        sys.stdout = None  # or Python complains once more on leaving
        return 128 + signal.SIGPIPE  # what a shell sees of other programs then


def _run(arguments: list[str]) -> int:
    if arguments[:1] == ["companion"]:  # needs no Django, so it starts at once
        from walkalong.companion.command import main as companion

        return companion(arguments[1:])
    parser = argparse.ArgumentParser(prog="walkalong", description="Runs a year of volunteer peer mentoring.")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for name, summary in COMMANDS.items():
        command = commands.add_parser(name, help=summary, description=summary[:1].upper() + summary[1:] + ".")
        if name != "companion":
            module = import_module(f"walkalong.config.cli.{name.replace('-', '_')}")
            module.add_arguments(command)
            command.set_defaults(run=module.run)
    options = parser.parse_args(arguments)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "walkalong.config.settings")
    os.umask(0o077)  # database, outbox, backups: for the operator's eyes, on a machine that others use too
    from django.core.exceptions import ImproperlyConfigured
    from django.db import DatabaseError

    try:
        return int(options.run(options))
    except (Sorry, ImproperlyConfigured) as sorry:
        print(f"walkalong: {sorry}", file=sys.stderr)
    except (DatabaseError, sqlite3.Error) as error:
        print(
            f"walkalong: the database cannot be used ({type(error).__name__}). {_where()}"
            "If this is a new installation, start `walkalong serve` once; else `walkalong doctor` says more.",
            file=sys.stderr,
        )
    return 1


def say(line: str) -> None:
    """One line of an answer. Ends the command quietly when its reader went away, as in `... | head`."""
    try:
        print(line)
    except BrokenPipeError:
        raise NobodyListens from None
    _flush()


def _flush() -> None:
    try:
        sys.stdout.flush()
    except BrokenPipeError:
        raise NobodyListens from None


def find() -> None:
    """As set_up, for a command about what exists. Where nothing is, it makes nothing and says so."""
    from walkalong.config import keys

    keys.only_look()
    set_up()
    from walkalong.config import installation

    try:
        installation.require()
    except installation.NoInstallation as nothing:
        raise Sorry(str(nothing)) from nothing
    except OSError as error:
        raise _closed_to_us(error) from error


def find_up_to_date() -> None:
    """As find, for a command that reads what this version keeps. Bringing it up to date is the server's."""
    find()
    from walkalong.config import installation

    if not installation.is_up_to_date():
        raise Sorry(
            "the database is older than this Walkalong. Start the server anew (`walkalong serve`): "
            f"it brings it up to date. Then ask again. {_where()}"
        )


def _where() -> str:
    from django.conf import settings

    from walkalong.config import installation

    return f"{installation.where()}. " if settings.configured else ""


def set_up() -> None:
    """Read the settings and make the rooms ready; raises Sorry in words for a setting that cannot be read."""
    import django
    from environs import EnvError

    try:
        django.setup()
    except (EnvError, ValueError) as error:
        why = str(error.__cause__ or error) if "configure" in str(error) else str(error)
        raise Sorry(
            f"a setting cannot be read. {why.rstrip('.')}. docs/settings.md explains each."
        ) from error
    except OSError as error:
        raise _closed_to_us(error) from error


def _closed_to_us(error: OSError) -> "Sorry":
    return Sorry(
        f"{error.filename} cannot be used: {error.strerror}. "
        "Run this as the folder's owner, or name another folder in WALKALONG_DATA_DIR."
    )


class NobodyListens(Exception):
    """Whoever read our answers went away. Not an OSError: nothing on the disk is wrong."""


class Sorry(Exception):
    """Something stands in the way; the message says what, and what to do about it."""
