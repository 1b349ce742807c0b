"""A command that looks at an installation makes none, and says where it looked."""

import os
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from tests.needs import ROOT
from tests.serving import COMMAND_SECONDS, RunningServer
from walkalong.config import doctor

CODE = "import sys; from walkalong.config.cli import main; sys.exit(main())"
LOOKING = [
    ("doctor",),
    ("audit", "verify"),
    ("backup", "backups"),
    ("keys", "rotate"),
    ("keys", "retire"),
    ("setup-link",),
    ("sign-in-link", "maya@example.org"),
    ("worker",),
]


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> RunningServer:
    made = RunningServer(tmp_path_factory.mktemp("first") / "data", environment={"WALKALONG_DEMO": "1"})
    loaded = made.run("demo", "--load-only")
    assert loaded.returncode == 0, loaded.stderr
    return made


@pytest.fixture
def begun(first: RunningServer, tmp_path: Path) -> RunningServer:
    """An installation with a programme, of this test alone."""
    shutil.copytree(first.data_dir, tmp_path / "data")
    return RunningServer(tmp_path / "data", environment={"WALKALONG_DEMO": "1"})


@pytest.mark.parametrize("command", LOOKING, ids=" ".join)
def test_where_nothing_is_nothing_is_made(tmp_path: Path, command: tuple[str, ...]) -> None:
    """As from a shell or a nightly cron that stands in some folder and has no setting of ours."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("WALKALONG")}
    environment.pop("DATABASE_URL", None)
    looked = subprocess.run(
        [sys.executable, "-c", CODE, *command],
        cwd=tmp_path,
        env={**environment, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        timeout=COMMAND_SECONDS,
        check=False,
    )
    assert looked.returncode == 1
    assert f"no installation in {tmp_path / 'var'}" in looked.stderr
    assert "WALKALONG_DATA_DIR=" in looked.stderr
    assert looked.stdout == ""
    assert list(tmp_path.iterdir()) == []


def test_an_empty_folder_stays_empty(tmp_path: Path) -> None:
    """A volume of a container is there before anything is in it."""
    (tmp_path / "data").mkdir()
    assert RunningServer(tmp_path / "data").run("doctor").returncode == 1
    assert list((tmp_path / "data").iterdir()) == []


def test_another_database_does_not_hide_a_wrong_folder(tmp_path: Path) -> None:
    elsewhere = {"DATABASE_URL": "postgres://nobody:none@127.0.0.1:1/none"}
    looked = RunningServer(tmp_path / "data", environment=elsewhere).run("doctor")
    assert f"no installation in {tmp_path / 'data'}" in looked.stderr
    assert not (tmp_path / "data").exists()


@pytest.mark.parametrize("command", LOOKING[:3], ids=" ".join)
def test_where_something_is_the_folder_is_named(begun: RunningServer, command: tuple[str, ...]) -> None:
    command = tuple(str(begun.data_dir.parent / part) if part == "backups" else part for part in command)
    looked = begun.run(*command)
    assert looked.stdout.startswith(f"Data folder: {begun.data_dir}\n"), looked.stderr


def test_who_looks_for_a_programme_beside_a_demo_is_told(begun: RunningServer) -> None:
    looked = RunningServer(begun.data_dir).run("doctor")
    assert looked.returncode == 1
    assert "WALKALONG_DEMO=1" in looked.stderr
    assert not (begun.data_dir / "walkalong.sqlite3").exists()


@pytest.mark.parametrize(
    ("command", "said"),
    [
        (("setup-link",), "a programme is set up already"),
        (("sign-in-link", "nobody@example.org"), "Nobody here signs in with this address"),
    ],
)
def test_a_link_is_refused_before_anything_is_done(
    begun: RunningServer, command: tuple[str, ...], said: str
) -> None:
    refused = begun.run(*command)
    assert refused.returncode == 1
    assert said in refused.stderr
    assert f"Data folder: {begun.data_dir}" in refused.stderr
    assert refused.stdout == ""


def test_an_older_database_is_left_to_the_server(begun: RunningServer) -> None:
    with sqlite3.connect(begun.data_dir / "demo.sqlite3") as database:
        database.execute("DELETE FROM django_migrations WHERE app = 'care'")
    refused = begun.run("sign-in-link", "nobody@example.org")
    assert refused.returncode == 1
    assert "older than this Walkalong" in refused.stderr
    with sqlite3.connect(begun.data_dir / "demo.sqlite3") as database:
        done = database.execute("SELECT count(*) FROM django_migrations WHERE app = 'care'").fetchone()
    assert done == (0,)


def test_a_link_is_signed_by_a_secret_that_lasts(begun: RunningServer) -> None:
    (begun.data_dir / "keys" / "secret_key").unlink()
    with sqlite3.connect(begun.data_dir / "demo.sqlite3") as database:
        (email,) = database.execute("SELECT email FROM people_person LIMIT 1").fetchone()
    link = begun.run("sign-in-link", email).stdout.splitlines()[1].strip()
    opened = subprocess.run(
        [
            sys.executable,
            "-c",
            "import sys, django; django.setup();"
            "from walkalong.people.services.sign_in_links import person_of_link;"
            "print(person_of_link(sys.argv[1].rstrip('/').rpartition('/')[2]).email)",
            link,
        ],
        cwd=ROOT,
        env={**begun.environment, "DJANGO_SETTINGS_MODULE": "walkalong.config.settings"},
        capture_output=True,
        text=True,
        timeout=COMMAND_SECONDS,
        check=False,
    )
    assert opened.stdout.strip() == email, opened.stderr


@pytest.mark.django_db
def test_doctor_makes_no_master_key(tmp_path: Path, settings) -> None:
    settings.MASTER_KEYS = []
    settings.MASTER_KEY_FILE = tmp_path / "keys" / "master.key"
    (finding,) = doctor.master_keys()
    assert finding.state == "ill"
    assert str(settings.MASTER_KEY_FILE) in finding.mend
    assert list(tmp_path.iterdir()) == []
