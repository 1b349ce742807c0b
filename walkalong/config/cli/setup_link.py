"""`walkalong setup-link`: a fresh one-time link, when the first was lost or ran out."""

import argparse

from walkalong.config import cli
from walkalong.config.cli import serve


def add_arguments(parser: argparse.ArgumentParser) -> None:
    pass


def run(options: argparse.Namespace) -> int:
    serve.prepare()
    from walkalong.people import queries, services

    if queries.programme() is not None:
        raise cli.Sorry("a programme is set up already; its staff invite people from the page People.")
    serve.say(services.make_setup_link())
    return 0
