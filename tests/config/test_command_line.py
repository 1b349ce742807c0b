"""The command line says in words what stands in the way."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.needs import ROOT
from tests.serving import RunningServer


def test_the_demo_refuses_a_database_that_is_not_its_own(tmp_path: Path) -> None:
    installation = RunningServer(
        tmp_path / "data", environment={"DATABASE_URL": "sqlite:////tmp/real.sqlite3"}
    )

    refused = installation.run("demo", "--load-only")

    assert refused.returncode == 1
    assert "Unset DATABASE_URL" in refused.stderr
    assert not (tmp_path / "data" / "demo.sqlite3").exists()


def test_demo_mode_never_meets_a_database_that_is_not_its_own(tmp_path: Path) -> None:
    """Else its door would sign anybody on this machine in to the real programme."""
    environment = {"DATABASE_URL": f"sqlite:///{tmp_path / 'real.sqlite3'}", "WALKALONG_DEMO": "1"}

    refused = RunningServer(tmp_path / "data", environment=environment).run("serve")

    assert refused.returncode == 1
    assert "unset DATABASE_URL" in refused.stderr
    assert not (tmp_path / "real.sqlite3").exists()


def test_demo_mode_is_served_on_this_machine_only(tmp_path: Path) -> None:
    installation = RunningServer(tmp_path / "data", environment={"WALKALONG_DEMO": "1"})

    refused = installation.run("serve", "--host", "0.0.0.0")  # noqa: S104

    assert refused.returncode == 1
    assert "this machine only" in refused.stderr


def test_several_processes_without_redis_refuse_to_start(tmp_path: Path) -> None:
    refused = RunningServer(tmp_path / "data").run("serve", "--processes", "2")

    assert refused.returncode == 1
    assert "REDIS_URL" in refused.stderr


def test_a_port_that_is_no_port_is_refused_in_words(tmp_path: Path) -> None:
    refused = RunningServer(tmp_path / "data").run("serve", "--port", "99999")

    assert refused.returncode == 1
    assert "between 1 and 65535" in refused.stderr


def test_the_companion_starts_without_django() -> None:
    code = (
        "import sys; from walkalong.config.cli import main; main(['companion', 'read', 'You should rest.']);"
        "sys.exit('django' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True).returncode == 0


@pytest.mark.server
def test_doctor_finds_a_fresh_installation_well(tmp_path: Path) -> None:
    installation = RunningServer(tmp_path / "data", command=("serve",))
    installation.start()
    try:
        examined = installation.run("doctor")
    finally:
        installation.stop()

    assert examined.returncode == 0, examined.stdout
    assert "MEND" not in examined.stdout
    assert "No programme is set up" in examined.stdout


@pytest.mark.server
def test_doctor_says_how_to_mend_a_lost_master_key(tmp_path: Path) -> None:
    installation = RunningServer(tmp_path / "data", environment={"WALKALONG_DEMO": "1"})
    assert installation.run("demo", "--load-only").returncode == 0
    (tmp_path / "data" / "keys" / "demo.key").unlink()

    examined = installation.run("doctor")

    assert examined.returncode == 1
    assert "MEND  The master key cannot be used" in examined.stdout


@pytest.mark.server
def test_the_first_start_prints_a_link_that_sets_up_a_programme(tmp_path: Path) -> None:
    installation = RunningServer(tmp_path / "data", command=("serve",))
    installation.start()
    installation.stop()

    assert f"{installation.url}/setup/" in installation.log.read_text()


@pytest.mark.server
def test_a_second_server_on_the_same_data_is_refused(tmp_path: Path) -> None:
    first = RunningServer(tmp_path / "data", command=("serve",)).start()
    try:
        second = RunningServer(tmp_path / "data").run("serve", "--no-migrate")
    finally:
        first.stop()

    assert second.returncode == 1
    assert "REDIS_URL" in second.stderr
