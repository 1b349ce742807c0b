"""`walkalong doctor`: looks at everything the programme stands on and says how to mend what is wrong."""

import argparse

from walkalong.config import cli

SIGNS = {"well": "ok  ", "note": "note", "ill": "MEND"}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    pass


def run(options: argparse.Namespace) -> int:
    """Print one line a finding; 1 if something must be mended."""
    cli.find()
    from walkalong.config import installation
    from walkalong.config.doctor import examine

    cli.say(installation.where())
    ill = 0
    for finding in examine():
        cli.say(f"{SIGNS[finding.state]}  {finding.what}")
        if finding.mend:
            cli.say(f"      {finding.mend}")
        ill += finding.state == "ill"
    cli.say("" if not ill else f"\n{ill} to mend.")
    return 1 if ill else 0
