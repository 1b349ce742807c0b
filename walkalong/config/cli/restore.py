"""`walkalong restore BACKUP`: bring a backup back into an empty installation."""

import argparse
from pathlib import Path

from walkalong.config import cli, keys


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("backup", type=Path, help="the dated folder `walkalong backup` made")
    parser.add_argument(
        "--keys", type=Path, help="the file of wrapped data keys (default: beside the backup)"
    )


def run(options: argparse.Namespace) -> int:
    keys.only_look()
    cli.set_up()
    from walkalong.config import backup, installation

    try:
        count = backup.restore_backup(options.backup, keys=options.keys)
    except backup.BackupProblem as problem:
        raise cli.Sorry(str(problem)) from problem
    keys.keep()
    cli.say(installation.where())
    cli.say(f"Restored, with {count} data keys. Run `walkalong doctor` before anybody signs in.")
    return 0
