"""`walkalong worker`: jobs in a process of their own, beside `serve` with WALKALONG_WORKER_IN_PROCESS=0."""

import argparse
import threading

from walkalong.config import cli
from walkalong.config.cli import serve


def add_arguments(parser: argparse.ArgumentParser) -> None:
    pass


def run(options: argparse.Namespace) -> int:
    cli.set_up()
    from walkalong.foundation.jobs.worker import run_forever

    serve.say("The worker is running (stop with Ctrl+C).")
    run_forever(threading.Event())
    return 0
