"""What is shipped for a shell agrees with what is shipped for the server."""

import configparser
import os
import subprocess
from pathlib import Path

import pytest

from tests.needs import ROOT

DEPLOY = ROOT / "deploy"


@pytest.fixture
def service() -> dict[str, str]:
    """The unit's [Service] lines."""
    unit = configparser.ConfigParser(interpolation=None)
    unit.optionxform = str  # type: ignore[assignment,method-assign]
    unit.read(DEPLOY / "walkalong.service")
    return dict(unit["Service"])


def test_a_shells_command_has_the_user_the_folder_and_the_settings_of_the_unit(
    tmp_path: Path, service: dict[str, str]
) -> None:
    fake = tmp_path / "systemd-run"
    fake.write_text('#!/bin/sh\nprintf "%s\\n" "$@"\n')
    fake.chmod(0o755)

    ran = subprocess.run(
        [DEPLOY / "walkalong", "backup", "/a folder"],
        env={**os.environ, "PATH": f"{tmp_path}:{os.environ['PATH']}"},
        capture_output=True,
        text=True,
        check=True,
    ).stdout.splitlines()

    assert f"--uid={service['User']}" in ran
    assert f"--setenv={service['Environment']}" in ran
    assert f"--property=EnvironmentFile={service['EnvironmentFile']}" in ran
    assert f"--property=UMask={service['UMask']}" in ran
    assert ran[-3:] == [service["ExecStart"].split()[0], "backup", "/a folder"]


def test_operations_names_the_same_places(service: dict[str, str]) -> None:
    said = (ROOT / "docs" / "operations.md").read_text()
    for place in (
        service["Environment"],
        service["EnvironmentFile"].lstrip("-"),
        service["ExecStart"].split()[0],
        "docker compose -f deploy/compose.yml exec web walkalong doctor",
    ):
        assert place in said
