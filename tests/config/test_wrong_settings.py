"""Whatever is wrong with a setting, the command line says so in a sentence and never shows a traceback."""

import socket
from pathlib import Path

import pytest

from tests.serving import RunningServer


@pytest.mark.parametrize(
    ("setting", "value", "said"),
    [
        ("EMAIL_URL", "nonsense", "EMAIL_URL cannot be read"),
        ("EMAIL_URL", "pigeon://roof", "EMAIL_URL cannot be read"),
        ("DATABASE_URL", "mysterious://x", "DATABASE_URL"),
        ("WALKALONG_DEMO", "maybe", "WALKALONG_DEMO"),
        ("WALKALONG_INVITATION_DAYS", "many", "must be a whole number from 1 to 365"),
        ("WALKALONG_INVITATION_DAYS", "-3", "WALKALONG_INVITATION_DAYS is set to '-3'"),
        ("WALKALONG_SECRET_KEY_FILE", "/nowhere/at/all", "WALKALONG_SECRET_KEY_FILE"),
        ("WALKALONG_LOG_LEVEL", "LOUD", "LOUD"),
        ("WALKALONG_URL", "walk.example.org", "WALKALONG_URL cannot be read"),
        ("WALKALONG_MASTER_KEYS", "rubbish", "WALKALONG_MASTER_KEYS: entry 1 does not read as id:key"),
        ("WALKALONG_DATA_DIR", "/proc/nowhere", "/proc/nowhere"),
        ("DATABASE_URL", "postgres://u:p@127.0.0.1:1/x", "the database cannot be used"),
    ],
)
def test_it_is_said_in_words(tmp_path: Path, setting: str, value: str, said: str) -> None:
    refused = RunningServer(tmp_path / "data", environment={setting: value}).run("serve")
    assert refused.returncode == 1
    assert said in refused.stderr
    assert "Traceback" not in refused.stderr


@pytest.mark.parametrize(
    "command", [("audit", "verify"), ("keys", "rotate"), ("keys", "retire"), ("backup", "backups")]
)
def test_an_installation_without_a_database_is_told_to_start_once(
    tmp_path: Path, command: tuple[str]
) -> None:
    command = tuple(str(tmp_path / part) if part == "backups" else part for part in command)
    refused = RunningServer(tmp_path / "data").run(*command)
    assert refused.returncode == 1
    assert "walkalong serve" in refused.stderr
    assert "Traceback" not in refused.stderr


@pytest.mark.parametrize("command", ["serve", "demo"])
def test_a_port_in_use_is_said_before_any_link_is_printed(tmp_path: Path, command: str) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        refused = RunningServer(tmp_path / "data", port=taken.getsockname()[1]).run(command)
    assert refused.returncode == 1
    assert "Stop it, or choose another" in refused.stderr
    assert "http" not in refused.stdout
