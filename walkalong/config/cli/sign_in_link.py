"""`walkalong sign-in-link EMAIL`: the last way in, for somebody who lost mailbox and second factor alike."""

import argparse

from walkalong.config import cli
from walkalong.config.cli import serve


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("email", help="the address the person signs in with")


def run(options: argparse.Namespace) -> int:
    serve.prepare()
    from walkalong.people import services
    from walkalong.people.errors import Refused

    try:
        link = services.make_sign_in_link(email=options.email)
    except Refused as refusal:
        raise cli.Sorry(str(refusal.reason)) from refusal
    serve.say("Make sure it is really them. This link signs them in once, within 15 minutes:")
    serve.say(f"  {link}")
    serve.say("It removes nothing; the person finds it in the record about themselves.")
    return 0
