"""`walkalong audit verify`: is the audit chain whole?"""

import argparse

from walkalong.config import cli
from walkalong.config.cli import serve


def add_arguments(parser: argparse.ArgumentParser) -> None:
    acts = parser.add_subparsers(dest="act", required=True)
    acts.add_parser("verify", help="walk the whole chain and compare every link")


def run(options: argparse.Namespace) -> int:
    cli.set_up()
    from walkalong.foundation.audit import services

    found = services.verify()
    if found.ok:
        serve.say(f"The chain is whole: {found.count} entries, head {found.head}.")
        return 0
    serve.say(f"The chain is broken at entry {found.broken_at}: {found.why}")
    return 1
