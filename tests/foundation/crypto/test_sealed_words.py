"""Words come back as they were written, and only through the attribute of their own row."""

import copy
import pickle

import pytest
from django.core import serializers
from django.core.exceptions import FieldError
from django.db import IntegrityError, connection, models, transaction
from django.db.models import F, Value
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.foundation.notes import Note
from walkalong.foundation.crypto import Unreadable
from walkalong.foundation.crypto.fields import EncryptedTextField, Sealed

WORDS = "I never told anybody about the lake."


def stored(note: Note, column: str = "body") -> str | None:
    with connection.cursor() as cursor:
        cursor.execute(
            f'SELECT "{column}" FROM {Note._meta.db_table} WHERE id = %s',
            [Note._meta.pk.get_db_prep_value(note.pk, connection)],
        )
        return cursor.fetchone()[0]


def put_stored(note: Note, text: str, column: str = "body") -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            f'UPDATE {Note._meta.db_table} SET "{column}" = %s WHERE id = %s',
            [text, Note._meta.pk.get_db_prep_value(note.pk, connection)],
        )


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(words=st.text(st.characters(exclude_categories=["Cs"])))
def test_any_text_comes_back_as_the_same_code_points(notes: type[Note], words: str) -> None:
    note = notes.objects.create(body=words)
    assert notes.objects.get(pk=note.pk).body == words
    assert words not in (stored(note) or "") or len(words) < 3


@pytest.mark.parametrize(
    "words", ["", " \n ", "a\x00b", "\u200b\u202e‮", "👩🏽‍🚒", "e\u0301", "v1:x:y:z", "x" * 100_000]
)
def test_awkward_text_comes_back(notes: type[Note], words: str) -> None:
    note = notes.objects.create(body=words)
    assert notes.objects.get(pk=note.pk).body == words
    assert (stored(note) or "").startswith("v1:")


def test_none_stays_null_and_can_be_asked_for(notes: type[Note]) -> None:
    note = notes.objects.create(body=None)
    notes.objects.create(body="")
    assert stored(note) is None
    assert notes.objects.get(body__isnull=True) == note
    assert notes.objects.get(pk=note.pk).body is None


def test_the_same_words_are_stored_differently_each_time(notes: type[Note]) -> None:
    first, second = notes.objects.create(body=WORDS), notes.objects.create(body=WORDS)
    assert stored(first) != stored(second)


def test_bulk_create_seals(notes: type[Note]) -> None:
    notes.objects.bulk_create([Note(body=f"{WORDS} {n}", writer=f"writer {n % 3}") for n in range(20)])
    assert sorted(note.body for note in notes.objects.all()) == sorted(f"{WORDS} {n}" for n in range(20))


def test_only_the_named_fields_are_saved(notes: type[Note]) -> None:
    note = notes.objects.create(body="first", other="first")
    note.body = note.other = "second"
    note.save(update_fields=["body"])
    again = notes.objects.get(pk=note.pk)
    assert (again.body, again.other) == ("second", "first")


def test_saving_what_was_not_touched_keeps_the_stored_bytes(notes: type[Note]) -> None:
    note = notes.objects.get(pk=notes.objects.create(body=WORDS).pk)
    before = stored(note)
    note.save()
    assert stored(note) == before


def test_deferred_and_refreshed_words_are_read_when_asked(
    notes: type[Note], django_assert_num_queries
) -> None:
    note = notes.objects.create(body=WORDS)
    late = notes.objects.defer("body").get(pk=note.pk)
    with django_assert_num_queries(1):
        assert late.body == WORDS
    changed = notes.objects.get(pk=note.pk)
    changed.body = "changed"
    changed.save()
    late.refresh_from_db()
    assert late.body == "changed"


def test_update_or_create_seals(notes: type[Note]) -> None:
    note, _ = notes.objects.update_or_create(writer="jonas", defaults={"body": "one"})
    notes.objects.update_or_create(writer="jonas", defaults={"body": "two"})
    assert notes.objects.get(pk=note.pk).body == "two"


def test_a_plain_update_is_refused(notes: type[Note]) -> None:
    note = notes.objects.create(body=WORDS)
    for value in ("new words", Value("new words"), Value("new words", output_field=models.CharField())):
        with pytest.raises((TypeError, IntegrityError)), transaction.atomic():
            notes.objects.filter(pk=note.pk).update(body=value)
    note.body = "new words"
    with pytest.raises(TypeError), transaction.atomic():
        notes.objects.bulk_update([note], ["body"])
    assert notes.objects.get(pk=note.pk).body == WORDS


@pytest.mark.parametrize("lookup", ["body", "body__contains", "body__in", "body__gt", "body__length"])
def test_words_cannot_be_searched(notes: type[Note], lookup: str) -> None:
    with pytest.raises(FieldError):
        notes.objects.filter(**{lookup: WORDS}).exists()


def test_words_moved_to_another_row_do_not_open(notes: type[Note]) -> None:
    mine, other = notes.objects.create(body=WORDS), notes.objects.create(body="other")
    put_stored(other, stored(mine) or "")
    with pytest.raises(Unreadable):
        notes.objects.get(pk=other.pk).body  # noqa: B018


def test_words_moved_to_another_column_do_not_open(notes: type[Note]) -> None:
    note = notes.objects.create(body=WORDS, other="other")
    put_stored(note, stored(note) or "", "other")
    with pytest.raises(Unreadable):
        notes.objects.get(pk=note.pk).other  # noqa: B018
    notes.objects.filter(pk=note.pk).update(other=F("body"))
    with pytest.raises(Unreadable):
        notes.objects.get(pk=note.pk).other  # noqa: B018


def test_altered_words_do_not_open(notes: type[Note]) -> None:
    note = notes.objects.create(body=WORDS)
    text = stored(note) or ""
    flipped = text[:-8] + ("A" if text[-8] != "A" else "B") + text[-7:]
    for altered in (
        flipped,
        text[:-4],
        text.rsplit(":", 1)[0],
        "v1:" + "0" * 32,
        "v1:",
        "v1:not-a-key:AAAA:AAAA",
    ):
        put_stored(note, altered)
        with pytest.raises(Exception, match="altered|stored as sealed|erased"):
            notes.objects.get(pk=note.pk).body  # noqa: B018


def test_a_row_copied_under_another_id_is_refused_rather_than_lost(notes: type[Note]) -> None:
    read = notes.objects.get(pk=notes.objects.create(body=WORDS, other="x").pk)
    read.pk = Note().pk
    read._state.adding = True
    with pytest.raises(Unreadable), transaction.atomic():
        read.save()
    fresh = Note(body=notes.objects.first().body)
    fresh.save()
    assert notes.objects.get(pk=fresh.pk).body == WORDS


def test_no_way_of_printing_shows_words(notes: type[Note]) -> None:
    note = notes.objects.create(body=WORDS)
    read = notes.objects.get(pk=note.pk)
    assert read.body == WORDS
    seen = [repr(read), str(read), repr(notes.objects.values("body").get()), repr(read.__dict__)]
    seen.append(str(notes.objects.values_list("body", flat=True).get()))
    assert WORDS not in " ".join(seen)
    assert isinstance(notes.objects.values_list("body", flat=True).get(), Sealed)


def test_errors_show_no_words(notes: type[Note]) -> None:
    note = notes.objects.create(body=WORDS)
    acts = [
        lambda: notes.objects.filter(body=WORDS).exists(),
        lambda: notes.objects.update(body=WORDS),
        lambda: notes.objects.create(body=f"{WORDS}\ud800"),
        lambda: notes.objects.create(body=WORDS.encode()),
        lambda: serializers.serialize("json", [note]),
    ]
    for act in acts:
        with pytest.raises((TypeError, ValueError, FieldError)) as caught, transaction.atomic():
            act()
        error: BaseException | None = caught.value
        while error is not None:
            assert "lake" not in f"{error!s}{error.__dict__}{error.args}"
            error = error.__cause__


def test_a_read_value_can_be_copied_and_pickled_without_its_words(notes: type[Note]) -> None:
    read = notes.objects.get(pk=notes.objects.create(body=WORDS).pk)
    assert read.body == WORDS
    packed = pickle.dumps(read.__dict__["body"])
    assert WORDS.encode() not in packed
    for copied in (pickle.loads(packed), copy.deepcopy(read.__dict__["body"])):
        read.body = copied
        assert read.body == WORDS


def test_the_field_survives_a_migration_file() -> None:
    for field in (EncryptedTextField(scope="scope", null=True), EncryptedTextField()):
        _name, path, args, kwargs = field.deconstruct()
        assert path == "walkalong.foundation.crypto.fields.EncryptedTextField"
        assert EncryptedTextField(*args, **kwargs).scope == field.scope


def test_a_sealed_field_cannot_be_unique_or_indexed() -> None:
    for option in ("unique", "db_index", "primary_key"):
        with pytest.raises(TypeError):
            EncryptedTextField(**{option: True})


def test_a_model_without_the_scope_is_found_by_the_checks() -> None:
    class Scopeless(models.Model):  # noqa: DJ008
        body = EncryptedTextField(scope="nothing")

        class Meta:
            app_label = "sealed_notes"

    assert [found.id for found in Scopeless.check() if found.id.startswith("crypto")] == ["crypto.E001"]


def test_a_form_does_not_trim_words() -> None:
    assert Note._meta.get_field("body").formfield().clean("  two spaces ") == "  two spaces "
