"""The real server as a process of its own, for tests that kill it, trace it, or put a browser before it."""

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

from tests.needs import ROOT

START_SECONDS = 300  # a busy machine is slow, not wrong
COMMAND_SECONDS = 600

_held: dict[int, socket.socket] = {}


def free_port() -> int:
    """A port for a server of this process: held without listening, it is given to nobody else."""
    holder = socket.socket()
    holder.bind(("127.0.0.1", 0))
    holder.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)  # as the server does, so that both may
    port = int(holder.getsockname()[1])
    _held[port] = holder
    return port


class RunningServer:
    """`walkalong demo` (or another command) in `data_dir`; `url` is where it answers.

    `wrapper` is put before the command, such as ["strace", "-f"].
    """

    def __init__(
        self,
        data_dir: Path,
        *,
        command: tuple[str, ...] = ("demo",),
        wrapper: tuple[str, ...] = (),
        environment: dict[str, str] | None = None,
        port: int | None = None,
    ) -> None:
        self.data_dir = data_dir
        self.command = command
        self.wrapper = wrapper
        self.port = port or free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self.log = data_dir.parent / f"{data_dir.name}.log"
        kept = {k: v for k, v in os.environ.items() if k not in {"DATABASE_URL", "DJANGO_SETTINGS_MODULE"}}
        self.environment = {
            **kept,
            "WALKALONG_DATA_DIR": str(data_dir),
            "WALKALONG_TESTING": "0",
            "PORT": str(self.port),
            **(environment or {}),
        }
        self.process: subprocess.Popen[bytes] | None = None

    def run(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        """Run one `walkalong` command in this server's surroundings."""
        return subprocess.run(
            [*_walkalong(), *arguments],
            env=self.environment,
            cwd=ROOT,
            capture_output=True,
            text=True,
            timeout=COMMAND_SECONDS,
            check=False,
        )

    def start(self) -> "RunningServer":
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(
                [*self.wrapper, *_walkalong(), *self.command],
                env=self.environment,
                cwd=ROOT,
                stdout=log,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )
        end = time.monotonic() + START_SECONDS
        while time.monotonic() < end:
            if self.process.poll() is not None:
                raise RuntimeError(f"the server ended at its start:\n{self.log.read_text()[-3000:]}")
            try:
                urllib.request.urlopen(f"{self.url}/health/", timeout=2).close()
                return self
            except (urllib.error.URLError, OSError):
                time.sleep(0.05)
        self.kill()
        raise RuntimeError(f"the server did not answer in {START_SECONDS} s:\n{self.log.read_text()[-3000:]}")

    def kill(self) -> None:
        """As `kill -9`: no chance to finish anything."""
        self._signal(signal.SIGKILL)

    def stop(self) -> None:
        """As Ctrl+C; killed if it does not end in time."""
        try:
            self._signal(signal.SIGTERM, wait=60)
        except subprocess.TimeoutExpired:
            self.kill()

    def _signal(self, number: int, wait: float = 60) -> None:
        if self.process is None or self.process.poll() is not None:
            return
        os.killpg(self.process.pid, number)
        self.process.wait(wait)


def _walkalong() -> list[str]:
    return [sys.executable, "-c", "import sys; from walkalong.config.cli import main; sys.exit(main())"]
