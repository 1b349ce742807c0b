"""`walkalong worker`: jobs in a process of their own, beside `serve` with WALKALONG_WORKER_IN_PROCESS=0."""

import argparse
import threading

from walkalong.config import cli


def add_arguments(parser: argparse.ArgumentParser) -> None:
    pass


def run(options: argparse.Namespace) -> int:
    cli.find()
    from walkalong.config import keys
    from walkalong.foundation.jobs.worker import run_forever

    keys.keep()
    cli.say("The worker is running (stop with Ctrl+C).")
    run_forever(threading.Event())
    return 0
