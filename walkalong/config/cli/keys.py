"""`walkalong keys`: put every data key under a new master key; forget old ones."""

import argparse

from walkalong.config import cli


def add_arguments(parser: argparse.ArgumentParser) -> None:
    acts = parser.add_subparsers(dest="act", required=True)
    acts.add_parser(
        "rotate", help="make a new master key (or take the newest given) and re-wrap every data key"
    )
    acts.add_parser("retire", help="forget the master keys that wrap nothing any more")


def run(options: argparse.Namespace) -> int:
    cli.find()
    from walkalong.config import installation
    from walkalong.foundation.audit.services import record
    from walkalong.foundation.crypto import services
    from walkalong.foundation.crypto.errors import MasterKeyError

    cli.say(installation.where())
    try:
        if options.act == "retire":
            retired = services.retire_master_keys()
            if retired:
                record(verb="config.keys_retired", actor=None, detail={"keys": ", ".join(retired)})
            cli.say(f"Forgotten: {', '.join(retired)}." if retired else "Every master key is still in use.")
            return 0
        rewrapped = services.rotate_master_key()
        record(verb="config.keys_rotated", actor=None)
    except MasterKeyError as problem:
        raise cli.Sorry(str(problem)) from problem
    cli.say(f"{rewrapped} data keys are wrapped under the new master key. Keep it, apart from the backups.")
    return 0
