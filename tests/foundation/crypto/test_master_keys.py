"""The master key: made once, kept private, and never silently replaced."""

import base64
import os
import stat
from pathlib import Path

import pytest

from tests.foundation.notes import Note, in_threads
from walkalong.foundation.crypto import MasterKeyError, datakeys, keys, queries, services
from walkalong.foundation.crypto.models import DataKey

SOME_KEY = base64.b64encode(b"k" * 32).decode()


def test_the_first_start_makes_a_private_file(db: None, key_file: Path) -> None:
    ring = keys.ensure_master_key()
    assert stat.S_IMODE(key_file.stat().st_mode) == 0o600
    assert keys.ensure_master_key() == ring
    assert list(key_file.parent.iterdir()) == [key_file]
    assert keys.is_private()
    key_file.chmod(0o644)
    assert not keys.is_private()


@pytest.mark.django_db(transaction=True)
def test_processes_that_start_together_agree_on_one_key(key_file: Path) -> None:
    rings = in_threads(8, keys.ensure_master_key)
    assert {ring.active for ring in rings} == {keys.ensure_master_key().active}


def test_a_missing_file_is_not_replaced_while_words_are_sealed_with_it(db: None, key_file: Path) -> None:
    services.data_key_for(scope="a")
    key_file.unlink()
    with pytest.raises(MasterKeyError, match="is missing, but the database holds words"):
        keys.ensure_master_key()
    assert not key_file.exists()


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("", "is empty"),
        ("one:" + base64.b64encode(b"short").decode(), "5 bytes instead of 32"),
        ("one:not base64!", "is not base64"),
        ("no colon", "does not read as id:key"),
        ("a b:" + SOME_KEY, "does not read as id:key"),
        (f"one:{SOME_KEY}\none:{SOME_KEY}", "id of an earlier entry"),
        ("ключ:" + SOME_KEY, "cannot be read"),
    ],
)
def test_a_malformed_file_is_explained_without_showing_it(
    db: None, key_file: Path, content: str, said: str
) -> None:
    key_file.parent.mkdir()
    key_file.write_text(content)
    with pytest.raises(MasterKeyError, match=said) as caught:
        keys.ensure_master_key()
    assert SOME_KEY not in str(caught.value)


def test_an_unreadable_file_is_explained(db: None, key_file: Path) -> None:
    key_file.mkdir(parents=True)
    with pytest.raises(MasterKeyError, match="cannot be read"):
        keys.ensure_master_key()


def test_a_folder_that_cannot_be_written_is_explained(db: None, settings, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    settings.MASTER_KEYS, settings.MASTER_KEY_FILE = [], tmp_path / "file" / "master.key"
    with pytest.raises(MasterKeyError, match="cannot be made"):
        keys.ensure_master_key()


def test_keys_from_settings_make_no_file(notes: type[Note], key_file: Path, settings) -> None:
    settings.MASTER_KEYS = [f"one:{SOME_KEY}"]
    note = notes.objects.create(body="words")
    assert DataKey.objects.get().wrapped.startswith("v1:one:")
    assert notes.objects.get(pk=note.pk).body == "words"
    assert not key_file.exists()


def test_keys_from_a_mounted_secret_may_stand_one_a_line(db: None, settings) -> None:
    settings.MASTER_KEYS = [f"one:{SOME_KEY}\ntwo:{SOME_KEY}", f" three:{SOME_KEY}\n"]
    assert list(keys.ensure_master_key().keys) == ["one", "two", "three"]


def test_reading_makes_no_key(key_file: Path) -> None:
    with pytest.raises(MasterKeyError, match="is missing"):
        keys.read_master_keys()
    assert not key_file.exists()


def test_data_keys_that_are_not_in_the_database_can_be_tried(db: None, key_file: Path) -> None:
    services.data_key_for(scope="a")
    rows = list(DataKey.objects.all())
    DataKey.objects.all().delete()
    assert queries.trouble_in_opening(rows) == ""
    rows[0].wrapped = rows[0].wrapped[:-8]
    assert queries.trouble_in_opening(rows)
    key_file.unlink()
    assert "is missing" in queries.trouble_in_opening(rows)
    assert not key_file.exists()


def test_a_keyring_shows_no_keys(db: None, key_file: Path) -> None:
    ring = keys.ensure_master_key()
    assert base64.b64encode(ring.keys[ring.active]).decode() not in repr(ring)
    assert "cipher" not in repr(services.data_key_for(scope="a"))


def test_a_wrong_or_absent_master_key_is_named(notes: type[Note], settings) -> None:
    settings.MASTER_KEYS = [f"one:{SOME_KEY}"]
    notes.objects.create(body="words")
    assert queries.trouble_with_master_keys() == ""
    other = base64.b64encode(os.urandom(32)).decode()
    for given, said in ((f"two:{other}", "not at hand"), (f"one:{other}", "is another key")):
        settings.MASTER_KEYS = [given]
        assert said in queries.trouble_with_master_keys()
        row = DataKey.objects.get()
        with pytest.raises(MasterKeyError, match=said):
            datakeys.unwrap(row.id, row.scope, row.wrapped)


def test_rotating_rewraps_every_key_and_old_words_still_open(notes: type[Note], key_file: Path) -> None:
    written = [notes.objects.create(body=f"words {n}", writer=f"writer {n}") for n in range(7)]
    old = keys.keyring()
    assert services.rotate_master_key() == 7
    new = keys.keyring()
    assert new.active != old.active
    assert all(row.wrapped.startswith(f"v1:{new.active}:") for row in DataKey.objects.all())
    assert services.rewrap() == 0
    datakeys.forget_all()
    assert [notes.objects.get(pk=note.pk).body for note in written] == [f"words {n}" for n in range(7)]
    assert stat.S_IMODE(key_file.stat().st_mode) == 0o600


def test_retired_master_keys_leave_the_file_and_nothing_needs_them(notes: type[Note], key_file: Path) -> None:
    note = notes.objects.create(body="words")
    first = keys.keyring().active
    services.rotate_master_key()
    assert services.retire_master_keys() == [first]
    assert list(keys.keyring().keys) == [keys.keyring().active]
    datakeys.forget_all()
    row = DataKey.objects.get()
    datakeys.unwrap(row.id, row.scope, row.wrapped)
    assert notes.objects.get(pk=note.pk).body == "words"


def test_rotating_keys_given_by_settings_takes_the_first(notes: type[Note], settings) -> None:
    settings.MASTER_KEYS = [f"one:{SOME_KEY}"]
    notes.objects.create(body="words")
    settings.MASTER_KEYS = [f"two:{base64.b64encode(os.urandom(32)).decode()}", f"one:{SOME_KEY}"]
    assert services.rotate_master_key() == 1
    assert DataKey.objects.get().wrapped.startswith("v1:two:")
    with pytest.raises(MasterKeyError):
        services.retire_master_keys()
