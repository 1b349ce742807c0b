"""The one command line: `walkalong`. Each command stands in the module of its name."""

import argparse
import os
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
    arguments = list(sys.argv[1:] if argv is None else argv)
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
            f"walkalong: the database cannot be used ({type(error).__name__}). "
            "If this is a new installation, start `walkalong serve` once; else `walkalong doctor` says more.",
            file=sys.stderr,
        )
    return 1


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
        raise Sorry(
            f"{error.filename} cannot be used: {error.strerror}. "
            "Give its owner the right to write, or name another folder in WALKALONG_DATA_DIR."
        ) from error


class Sorry(Exception):
    """Something stands in the way; the message says what, and what to do about it."""
