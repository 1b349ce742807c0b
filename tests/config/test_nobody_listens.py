"""`walkalong doctor | head`: when the reader goes away a command ends quietly, as other programs do."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.needs import ROOT
from tests.serving import COMMAND_SECONDS, RunningServer

CODE = "import sys; from walkalong.config.cli import main; sys.exit(main())"
ENDED_BY_A_CLOSED_PIPE = 141


def unheard(installation: RunningServer, *command: str) -> "subprocess.CompletedProcess[str]":
    """Run it with a standard output that nobody reads any more."""
    # buffered, as in a shell: what is held back must not fail on leaving either
    environment = {k: v for k, v in installation.environment.items() if k != "PYTHONUNBUFFERED"}
    reads, writes = os.pipe()
    os.close(reads)
    try:
        return subprocess.run(
            [sys.executable, "-c", CODE, *command],
            env=environment,
            cwd=ROOT,
            stdout=writes,
            stderr=subprocess.PIPE,
            text=True,
            timeout=COMMAND_SECONDS,
            check=False,
        )
    finally:
        os.close(writes)


@pytest.fixture(scope="module")
def begun(tmp_path_factory: pytest.TempPathFactory) -> RunningServer:
    made = RunningServer(tmp_path_factory.mktemp("begun") / "data", environment={"WALKALONG_DEMO": "1"})
    assert made.run("demo", "--load-only").returncode == 0
    return made


@pytest.mark.parametrize(
    "command",
    [
        ("doctor",),
        ("audit", "verify"),
        ("backup", "backups"),
        ("keys", "retire"),
        ("worker",),
        ("demo",),
        ("serve",),
        ("--help",),
        ("doctor", "--help"),
    ],
    ids=" ".join,
)
def test_it_ends_quietly(begun: RunningServer, command: tuple[str, ...]) -> None:
    command = tuple(str(begun.data_dir.parent / part) if part == "backups" else part for part in command)
    ended = unheard(begun, *command)
    assert ended.stderr == ""
    assert ended.returncode == ENDED_BY_A_CLOSED_PIPE


def test_the_companion_as_well(tmp_path: Path) -> None:
    ended = unheard(RunningServer(tmp_path / "data"), "companion", "read", "You should rest.")
    assert ended.stderr == ""
    assert ended.returncode != 0
