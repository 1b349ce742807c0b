"""Words whose key was destroyed are as if never written, for whoever lists them or asks for one."""

import pytest
from django.http import Http404

from tests.foundation.notes import Note
from walkalong.foundation.crypto.reading import is_readable, readable, readable_or_404
from walkalong.foundation.crypto.services import erase_keys

pytestmark = pytest.mark.django_db


def test_what_was_erased_is_passed_over_and_the_rest_keeps_its_order(notes: type[Note]) -> None:
    gone = notes.objects.create(body="erased")
    erase_keys(scope=gone.words_scope)
    first, second = notes.objects.create(body="one"), notes.objects.create(body="")
    assert readable(notes.objects.order_by("-pk")) == [second, first]
    with pytest.raises(Http404):
        readable_or_404(notes.objects.filter(pk=gone.pk).first())
    with pytest.raises(Http404):
        readable_or_404(notes.objects.none().first())
    assert readable_or_404(notes.objects.get(pk=first.pk)) == first


def test_nothing_is_opened_and_a_warm_key_asks_nothing(
    notes: type[Note], django_assert_num_queries, monkeypatch: pytest.MonkeyPatch
) -> None:
    note = notes.objects.get(pk=notes.objects.create(body="sealed").pk)
    assert is_readable(note)
    monkeypatch.setattr("walkalong.foundation.crypto.sealing.open_sealed", None)
    with django_assert_num_queries(0):
        assert is_readable(note)


def test_no_words_at_all_and_words_just_set_are_readable(notes: type[Note]) -> None:
    assert is_readable(notes.objects.get(pk=notes.objects.create(body=None).pk))
    assert is_readable(notes(body="not yet kept"))
