"""A backup is proven by restoring it elsewhere and reading the words again."""

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit
from uuid import uuid4

import psycopg
import pytest

from tests import needs
from tests.postgres import server_url
from tests.serving import COMMAND_SECONDS, RunningServer

pytestmark = pytest.mark.server

FILL = """
import django; django.setup()
from django.core.management import call_command
from walkalong.foundation.crypto.keys import ensure_master_key
ensure_master_key(); call_command("migrate", verbosity=0)
from walkalong.config.demo import load_demo_programme
load_demo_programme()
"""
READ = """
import django; django.setup()
import json
from walkalong.conversation.models import Message
from walkalong.foundation.audit import services
print(json.dumps({
    "words": [m.body for m in Message.objects.order_by("match_id", "seq")],
    "chain": services.verify().ok,
}))
"""
SIGN_IN = """
import django; django.setup()
from allauth.usersessions.models import UserSession
from django.contrib.sessions.backends.db import SessionStore
from walkalong.people.models import Person
person, session = Person.objects.first(), SessionStore()
session["_auth_user_id"] = str(person.pk)
session.create()
UserSession.objects.create(user=person, session_key=session.session_key, ip="127.0.0.1", user_agent="a phone")
print(session.session_key)
"""
SESSIONS = """
import django; django.setup()
from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session
print(Session.objects.count(), UserSession.objects.count())
"""


class Installation(RunningServer):
    """A data folder and a database of its own."""

    def python(self, code: str) -> str:
        done = subprocess.run(
            [sys.executable, "-c", code],
            env={**self.environment, "DJANGO_SETTINGS_MODULE": "walkalong.config.settings"},
            cwd=needs.ROOT,
            capture_output=True,
            text=True,
            timeout=COMMAND_SECONDS,
            check=False,
        )
        assert done.returncode == 0, done.stderr[-2000:]
        return done.stdout

    def take_master_key_of(self, other: "Installation") -> None:
        target = self.data_dir / "keys" / "master.key"
        target.parent.mkdir(parents=True, mode=0o700)
        target.write_bytes((other.data_dir / "keys" / "master.key").read_bytes())
        target.chmod(0o600)


@pytest.fixture(params=["sqlite", "postgres"])
def two_installations(
    request: pytest.FixtureRequest, tmp_path: Path
) -> Iterator[tuple[Installation, Installation]]:
    """One in use and one empty, on each database."""
    if request.param == "sqlite":
        yield Installation(tmp_path / "one"), Installation(tmp_path / "two")
        return
    needs.program("pg_dump")
    server = server_url()
    names = [f"walkalong_backup_{uuid4().hex[:10]}" for _ in range(2)]
    with psycopg.connect(server, autocommit=True) as admin:
        for name in names:
            admin.execute(f"CREATE DATABASE {name}")
        parts = urlsplit(server)
        yield tuple(
            Installation(
                tmp_path / name, environment={"DATABASE_URL": urlunsplit(parts._replace(path=f"/{name}"))}
            )
            for name in names
        )  # type: ignore[misc]
        for name in names:
            admin.execute(f"DROP DATABASE {name} WITH (FORCE)")


def test_a_restored_backup_holds_every_word_and_a_whole_audit_chain(
    two_installations: tuple[Installation, Installation], tmp_path: Path
) -> None:
    first, second = two_installations
    first.python(FILL)
    before = json.loads(first.python(READ))
    made = first.run("backup", str(tmp_path / "backups"))
    assert made.returncode == 0, made.stderr
    (dated,) = (tmp_path / "backups").glob("walkalong-*")

    second.take_master_key_of(first)
    restored = second.run("restore", str(dated))

    assert restored.returncode == 0, restored.stderr
    after = json.loads(second.python(READ))
    assert len(after["words"]) > 10
    assert after == before
    assert after["chain"]


def test_the_dated_folder_alone_opens_nothing(
    two_installations: tuple[Installation, Installation], tmp_path: Path
) -> None:
    first, second = two_installations
    first.python(FILL)
    assert first.run("backup", str(tmp_path / "backups")).returncode == 0
    (dated,) = (tmp_path / "backups").glob("walkalong-*")
    wrapped = [row["wrapped"] for row in json.loads((tmp_path / "backups" / "data-keys.json").read_text())]
    assert wrapped
    bytes_of_backup = b"".join(path.read_bytes() for path in dated.rglob("*") if path.is_file())
    assert not any(key.encode() in bytes_of_backup for key in wrapped)

    (tmp_path / "backups" / "data-keys.json").unlink()
    second.take_master_key_of(first)
    refused = second.run("restore", str(dated))
    assert refused.returncode == 1
    assert "wrapped data keys" in refused.stderr


def test_without_its_master_key_nothing_is_restored(
    two_installations: tuple[Installation, Installation], tmp_path: Path
) -> None:
    first, second = two_installations
    first.python(FILL)
    assert first.run("backup", str(tmp_path / "backups")).returncode == 0
    (dated,) = (tmp_path / "backups").glob("walkalong-*")

    refused = second.run("restore", str(dated))
    assert refused.returncode == 1
    assert "nothing was restored" in refused.stderr
    assert f"{second.data_dir}/keys/master.key is missing" in refused.stderr
    assert not second.data_dir.exists()

    another = second.environment | {"WALKALONG_MASTER_KEYS": f"another:{'A' * 43}="}
    refused = Installation(second.data_dir, environment=another).run("restore", str(dated))
    assert refused.returncode == 1
    assert "which is not at hand" in refused.stderr
    assert not second.data_dir.exists()

    second.take_master_key_of(first)
    restored = second.run("restore", str(dated))
    assert restored.returncode == 0, restored.stderr
    assert "MEND  The master key" not in second.run("doctor").stdout


def test_a_backup_signs_nobody_in(
    two_installations: tuple[Installation, Installation], tmp_path: Path
) -> None:
    """A session's key is as good as its cookie; restoring signs everybody out."""
    first, second = two_installations
    first.python(FILL)
    key = first.python(SIGN_IN).strip()
    assert first.run("backup", str(tmp_path / "backups")).returncode == 0
    (dated,) = (tmp_path / "backups").glob("walkalong-*")
    assert key.encode() not in b"".join(path.read_bytes() for path in dated.rglob("*") if path.is_file())
    second.take_master_key_of(first)
    assert second.run("restore", str(dated)).returncode == 0
    assert second.python(SESSIONS).strip() == "0 0"


def test_a_changed_file_is_noticed_before_anything_is_touched(tmp_path: Path) -> None:
    first, second = Installation(tmp_path / "one"), Installation(tmp_path / "two")
    first.python(FILL)
    assert first.run("backup", str(tmp_path / "backups")).returncode == 0
    (dated,) = (tmp_path / "backups").glob("walkalong-*")
    database = dated / "database.sqlite3"
    content = bytearray(database.read_bytes())
    content[5000] ^= 1
    database.write_bytes(content)

    refused = second.run("restore", str(dated))

    assert refused.returncode == 1
    assert "not what it was" in refused.stderr
    assert not (tmp_path / "two" / "walkalong.sqlite3").exists()


def test_restoring_over_a_database_in_use_is_refused(tmp_path: Path) -> None:
    first = Installation(tmp_path / "one")
    first.python(FILL)
    assert first.run("backup", str(tmp_path / "backups")).returncode == 0
    (dated,) = (tmp_path / "backups").glob("walkalong-*")

    refused = first.run("restore", str(dated))

    assert refused.returncode == 1
    assert "already holds a database" in refused.stderr
