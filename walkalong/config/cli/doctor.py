"""`walkalong doctor`: looks at everything the programme stands on and says how to mend what is wrong."""

import argparse

from walkalong.config import cli
from walkalong.config.cli import serve

SIGNS = {"well": "ok  ", "note": "note", "ill": "MEND"}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    pass


def run(options: argparse.Namespace) -> int:
    """Print one line a finding; 1 if something must be mended."""
    cli.set_up()
    from walkalong.config.doctor import examine

    ill = 0
    for finding in examine():
        serve.say(f"{SIGNS[finding.state]}  {finding.what}")
        if finding.mend:
            serve.say(f"      {finding.mend}")
        ill += finding.state == "ill"
    serve.say("" if not ill else f"\n{ill} to mend.")
    return 1 if ill else 0
