"""`walkalong backup FOLDER`: everything needed to begin again on another machine, but the master key."""

import argparse
from pathlib import Path

from walkalong.config import cli


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("folder", type=Path, help="the folder that keeps the backups")


def run(options: argparse.Namespace) -> int:
    cli.find()
    from walkalong.config import backup, installation

    cli.say(installation.where())
    try:
        made = backup.make_backup(options.folder)
    except backup.BackupProblem as problem:
        raise cli.Sorry(str(problem)) from problem
    cli.say(f"Database and media: {made}")
    cli.say(
        f"Wrapped data keys:  {made.parent / backup.KEYS}  (replaced at each backup; keep only the newest)"
    )
    cli.say("The master key is in neither: keep it somewhere else, or nothing can be read again.")
    return 0
