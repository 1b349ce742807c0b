"""`walkalong sign-in-link EMAIL`: the last way in, for somebody who lost mailbox and second factor alike."""

import argparse

from walkalong.config import cli


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("email", help="the address the person signs in with")


def run(options: argparse.Namespace) -> int:
    cli.find_up_to_date()
    from walkalong.config import installation, keys
    from walkalong.people import services
    from walkalong.people.errors import Refused

    keys.keep()  # the link is signed by it
    try:
        link = services.make_sign_in_link(email=options.email)
    except Refused as refusal:
        raise cli.Sorry(f"{refusal.reason} {installation.where()}.") from refusal
    cli.say("Make sure it is really them. This link signs them in once, within 15 minutes:")
    cli.say(f"  {link}")
    cli.say("It removes nothing; the person finds it in the record about themselves.")
    return 0
