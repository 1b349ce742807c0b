"""One key for each scope, warm in memory, and never one that the database did not keep."""

import time

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from tests.foundation.notes import Note, in_threads
from walkalong.foundation.crypto import Erased, datakeys, rotation, services
from walkalong.foundation.crypto.models import DataKey


def test_scopes_have_keys_of_their_own(db: None) -> None:
    assert services.data_key_for(scope="a").id != services.data_key_for(scope="b").id
    assert services.data_key_for(scope="a").id == services.data_key_for(scope="a").id


@pytest.mark.django_db(transaction=True)
def test_a_warm_key_asks_the_database_nothing(django_assert_num_queries) -> None:
    services.data_key_for(scope="a")
    with django_assert_num_queries(0):
        services.data_key_for(scope="a")


def test_reading_a_page_of_words_asks_once_for_each_key(
    committed_notes: type[Note], django_assert_num_queries
) -> None:
    for n in range(20):
        committed_notes.objects.create(body=f"words {n}", writer=("maya", "jonas")[n % 2])
    datakeys.forget_all()
    with django_assert_num_queries(3):
        assert len({note.body for note in committed_notes.objects.all()}) == 20
    with django_assert_num_queries(1):
        assert len({note.body for note in committed_notes.objects.all()}) == 20


def test_those_who_come_first_at_once_end_with_one_key(on_disk: object) -> None:
    keys = in_threads(8, lambda: services.data_key_for(scope="together"))
    assert {key.id for key in keys} == {DataKey.objects.get(scope="together").id.hex}


def test_those_who_write_first_at_once_can_all_be_read(committed_notes: type[Note], on_disk: object) -> None:
    def write() -> None:
        with transaction.atomic():
            committed_notes.objects.create(body="first", writer="everyone")
            committed_notes.objects.create(body="second", writer="everyone")

    assert in_threads(6, write) == [None] * 6
    datakeys.forget_all()
    assert sorted(note.body for note in committed_notes.objects.all()) == ["first"] * 6 + ["second"] * 6
    assert DataKey.objects.filter(scope="note:everyone").count() == 1


def test_a_key_of_a_rolled_back_transaction_seals_nothing(committed_notes: type[Note]) -> None:
    with pytest.raises(RuntimeError), transaction.atomic():  # noqa: PT012
        committed_notes.objects.create(body="gone", writer="ravi")
        raise RuntimeError
    note = committed_notes.objects.create(body="kept", writer="ravi")
    datakeys.forget_all()
    assert committed_notes.objects.get(pk=note.pk).body == "kept"


def test_a_key_of_a_rolled_back_savepoint_seals_nothing(committed_notes: type[Note]) -> None:
    with transaction.atomic():
        with pytest.raises(RuntimeError), transaction.atomic():  # noqa: PT012
            committed_notes.objects.create(body="gone", writer="aoife")
            raise RuntimeError
        note = committed_notes.objects.create(body="kept", writer="aoife")
    datakeys.forget_all()
    assert committed_notes.objects.get(pk=note.pk).body == "kept"


def test_keys_are_forgotten_after_a_minute(
    committed_notes: type[Note], monkeypatch, django_assert_num_queries
) -> None:
    services.data_key_for(scope="a")
    later = time.monotonic() + datakeys.TTL_SECONDS + 1
    monkeypatch.setattr(datakeys.time, "monotonic", lambda: later)
    with django_assert_num_queries(1):
        services.data_key_for(scope="a")


@pytest.mark.django_db(transaction=True)
def test_only_so_many_keys_stay_in_memory(monkeypatch) -> None:
    monkeypatch.setattr(datakeys, "MOST_KEYS", 5)
    for n in range(12):
        services.data_key_for(scope=f"scope {n}")
    assert len(datakeys._cache._by_id) == len(datakeys._cache._id_of_scope) == 5


def test_one_scope_cannot_have_two_keys_in_use(db: None) -> None:
    key = services.data_key_for(scope="a")
    with pytest.raises(IntegrityError), transaction.atomic():
        DataKey.objects.create(scope="a", wrapped=DataKey.objects.get(id=key.id).wrapped)


def test_rotating_a_data_key_seals_everything_anew(committed_notes: type[Note], time_machine) -> None:
    mine = [committed_notes.objects.create(body=f"words {n}", other="more") for n in range(450)]
    theirs = committed_notes.objects.create(body="theirs", writer="jonas")
    before = DataKey.objects.get(scope="note:maya")
    assert services.rotate_data_key(scope="note:maya") == 900
    held = [note.__dict__["body"].stored for note in committed_notes.objects.filter(writer="maya")]
    assert not any(before.id.hex in text for text in held)
    datakeys.forget_all()
    assert [committed_notes.objects.get(pk=note.pk).body for note in mine[:3]] == [
        "words 0",
        "words 1",
        "words 2",
    ]
    assert committed_notes.objects.get(pk=theirs.pk).body == "theirs"
    assert rotation.drop_retired_keys() == 0
    time_machine.move_to(timezone.now() + rotation.GRACE * 2)
    assert rotation.drop_retired_keys() == 1
    assert not DataKey.objects.filter(id=before.id).exists()
    assert committed_notes.objects.get(pk=mine[449].pk).body == "words 449"


def test_a_write_that_was_late_for_a_rotation_is_not_lost(committed_notes: type[Note], time_machine) -> None:
    committed_notes.objects.create(body="early")
    elsewhere = services.data_key_for(scope="note:maya")
    services.rotate_data_key(scope="note:maya")
    datakeys._cache.keep(elsewhere, seals=True)  # as another process still remembers it
    late = committed_notes.objects.create(body="late")
    assert elsewhere.id in committed_notes.objects.get(pk=late.pk).__dict__["body"].stored
    datakeys.forget_all()
    time_machine.move_to(timezone.now() + rotation.GRACE * 2)
    assert rotation.drop_retired_keys() == 1
    datakeys.forget_all()
    assert committed_notes.objects.get(pk=late.pk).body == "late"


def test_an_altered_value_keeps_its_key_and_holds_up_nobody(
    committed_notes: type[Note], time_machine
) -> None:
    good, bad = committed_notes.objects.create(body="good"), committed_notes.objects.create(body="bad")
    moved = committed_notes.objects.get(pk=good.pk).__dict__["body"]
    committed_notes.objects.filter(pk=bad.pk).update(body=moved)
    services.rotate_data_key(scope="note:maya")
    time_machine.move_to(timezone.now() + rotation.GRACE * 2)
    assert rotation.drop_retired_keys() == 0
    assert committed_notes.objects.get(pk=good.pk).body == "good"


def test_a_key_used_outside_the_models_is_not_rotated_away(db: None) -> None:
    key = services.data_key_for(scope="elsewhere")
    with pytest.raises(Exception, match="No row is sealed"):
        services.rotate_data_key(scope="elsewhere")
    assert services.data_key_for(scope="elsewhere").id == key.id


def test_erased_words_raise_and_the_rest_of_the_row_lives(
    committed_notes: type[Note], django_assert_num_queries
) -> None:
    gone, kept = (
        committed_notes.objects.create(body="a"),
        committed_notes.objects.create(body="b", writer="jonas"),
    )
    assert services.erase_keys(scope="note:maya") == 1
    read = committed_notes.objects.get(pk=gone.pk)
    with pytest.raises(Erased):
        read.body  # noqa: B018
    with django_assert_num_queries(0), pytest.raises(Erased):
        read.body  # noqa: B018
    assert committed_notes.objects.get(pk=kept.pk).body == "b"
    read.writer = "nobody"
    read.save()
    assert committed_notes.objects.get(pk=gone.pk).writer == "nobody"


def test_a_template_shows_nothing_where_words_were_erased(notes: type[Note]) -> None:
    from django.template import Context, Engine

    note = notes.objects.create(body="a")
    assert services.erase_keys(scope="note:maya") == 1
    shown = Engine().from_string("[{{ note.body }}]").render(Context({"note": notes.objects.get(pk=note.pk)}))
    assert shown == "[]"


def test_a_rolled_back_erasure_erased_nothing(committed_notes: type[Note]) -> None:
    note = committed_notes.objects.create(body="still here")
    with pytest.raises(RuntimeError), transaction.atomic():  # noqa: PT012
        services.erase_keys(scope="note:maya")
        with pytest.raises(Erased):
            committed_notes.objects.get(pk=note.pk).body  # noqa: B018
        raise RuntimeError
    assert committed_notes.objects.get(pk=note.pk).body == "still here"


def test_a_prefix_erases_every_scope_that_begins_with_it(db: None) -> None:
    for scope in ("match:1:author:a", "match:1:author:b", "match:10:author:a", "match_1:author:a"):
        services.data_key_for(scope=scope)
    assert services.erase_keys(scope_prefix="match:1:") == 2
    assert DataKey.objects.count() == 2


@pytest.mark.parametrize(
    "which", [{}, {"scope": ""}, {"scope_prefix": ""}, {"scope": "a", "scope_prefix": "a"}]
)
def test_erasing_everything_by_mistake_is_refused(db: None, which: dict[str, str]) -> None:
    services.data_key_for(scope="a")
    with pytest.raises(ValueError, match="not an empty one"):
        services.erase_keys(**which)
    assert DataKey.objects.count() == 1


def test_words_written_after_an_erasure_get_a_new_key(committed_notes: type[Note]) -> None:
    committed_notes.objects.create(body="old")
    services.erase_keys(scope="note:maya")
    note = committed_notes.objects.create(body="new")
    assert committed_notes.objects.get(pk=note.pk).body == "new"


def test_sealing_and_opening_a_message_is_cheap(committed_notes: type[Note]) -> None:
    field, words = Note._meta.get_field("body"), "a" * 200
    note = committed_notes.objects.create(body=words)

    def once() -> float:
        started = time.process_time()
        for _ in range(500):
            sealed = field.seal(note, words)
            assert sealed.open(field.place(note)) == words
        return (time.process_time() - started) / 500

    assert min(once() for _ in range(5)) < 100e-6
