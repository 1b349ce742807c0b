"""`walkalong setup-link`: a fresh one-time link, when the first was lost or ran out."""

import argparse

from walkalong.config import cli


def add_arguments(parser: argparse.ArgumentParser) -> None:
    pass


def run(options: argparse.Namespace) -> int:
    cli.find_up_to_date()
    from walkalong.config import installation
    from walkalong.people import queries, services

    if queries.programme() is not None:
        raise cli.Sorry(
            "a programme is set up already; its staff invite people from the page People. "
            f"{installation.where()}."
        )
    cli.say(services.make_setup_link())
    return 0
