"""`walkalong audit verify`: is the audit chain whole?"""

import argparse

from walkalong.config import cli


def add_arguments(parser: argparse.ArgumentParser) -> None:
    acts = parser.add_subparsers(dest="act", required=True)
    acts.add_parser("verify", help="walk the whole chain and compare every link")


def run(options: argparse.Namespace) -> int:
    cli.find()
    from walkalong.config import installation
    from walkalong.foundation.audit import services

    cli.say(installation.where())
    found = services.verify()
    if found.ok:
        cli.say(f"The chain is whole: {found.count} entries, head {found.head}.")
        return 0
    cli.say(f"The chain is broken at entry {found.broken_at}: {found.why}")
    return 1
