"""The worker: three lasting threads, for jobs, for periodics, and for the heartbeat.

Apart, so that a long periodic holds up no mail, and long work does not look like death.
"""

import logging
import os
import signal
import socket
import threading
import uuid
from collections.abc import Callable
from types import FrameType

from django.db import DatabaseError, InterfaceError
from django.utils import timezone

from walkalong.foundation.database import close_connections, keep_connections
from walkalong.foundation.jobs import periodic_runs, reaper, running, wake
from walkalong.foundation.jobs.scrub import kind

log = logging.getLogger(__name__)

IDLE_SECONDS = 2.0  # other processes' jobs are found this late; this process's own wake us at once
LONGEST_NAP = 30.0
TROUBLE_SECONDS = 5.0


class Worker:
    def __init__(self, stop: threading.Event | None = None) -> None:
        self.stopping = stop or threading.Event()
        self.id = f"{socket.gethostname()[:24]}.{os.getpid()}.{uuid.uuid4().hex[:12]}"
        self._thread: threading.Thread | None = None

    def run(self) -> None:
        """Work until told to stop; what is begun is finished."""
        threads = [
            threading.Thread(target=self._repeat, args=(step,), name=f"jobs-{name}", daemon=True)
            for name, step in (("heart", self._heart), ("periodics", self._periodics))
        ]
        for thread in threads:
            thread.start()
        self._repeat(self._jobs)
        for thread in threads:
            thread.join()

    def start(self) -> None:
        self._thread = threading.Thread(target=self.run, name="jobs", daemon=True)
        self._thread.start()

    def stop(self, timeout: float | None = 20.0) -> bool:
        """Ask it to stop and wait. Answers whether it did within the time (seconds)."""
        self.stopping.set()
        wake.work.set()
        if self._thread is not None:
            self._thread.join(timeout)
            return not self._thread.is_alive()
        return True

    def _repeat(self, step: Callable[[], None]) -> None:
        """Do the step until stopping. Nothing that happens in it ends the thread."""
        try:
            while not self.stopping.is_set():
                try:
                    keep_connections()
                    step()
                except Exception as error:
                    # a locked or absent database, or a fault of ours: wait and go on
                    expected = isinstance(error, DatabaseError | InterfaceError)
                    log.log(
                        logging.WARNING if expected else logging.ERROR,
                        "worker is in trouble and goes on",
                        extra={"error": kind(error)},
                    )
                    self.stopping.wait(TROUBLE_SECONDS)
            if step == self._heart:
                reaper.say_goodbye(self.id)
        except Exception as error:
            log.warning("worker could not say goodbye", extra={"error": kind(error)})
        finally:
            close_connections()

    def _jobs(self) -> None:
        wake.work.clear()  # before looking: what is asked for while we look wakes us again
        while not self.stopping.is_set() and (task := running.claim_one(self.id)) is not None:
            running.run(task)
            keep_connections()
        if not self.stopping.is_set():
            wake.work.wait(IDLE_SECONDS)

    def _periodics(self) -> None:
        periodic_runs.list_all()
        while not self.stopping.is_set():
            keep_connections()
            due = periodic_runs.run_due(self.id)
            nap = LONGEST_NAP if due is None else (due - timezone.now()).total_seconds()
            self.stopping.wait(min(max(nap, 0.5), LONGEST_NAP))

    def _heart(self) -> None:
        reaper.beat(self.id)
        reaper.reap()
        self.stopping.wait(reaper.BEAT.total_seconds())


def start_thread() -> Worker:
    """A worker beside the server, in its process."""
    worker = Worker()
    worker.start()
    return worker


def run_forever(stop: threading.Event | None = None) -> None:
    """A worker as a process of its own. The first SIGTERM or SIGINT lets it finish, a second one ends it."""
    worker = Worker(stop)

    def ask_to_stop(number: int, frame: FrameType | None) -> None:
        signal.signal(number, signal.SIG_DFL)
        worker.stopping.set()
        wake.work.set()

    if threading.current_thread() is threading.main_thread():
        signal.signal(signal.SIGTERM, ask_to_stop)
        signal.signal(signal.SIGINT, ask_to_stop)
    worker.run()
