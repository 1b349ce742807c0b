"""The mirror: a mentor looks at their own last conversation, for themselves alone; nothing of it stays."""

import logging
from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from tests.conversation.test_s3_companion import everything_kept
from walkalong import companion
from walkalong.conversation import mirror
from walkalong.conversation.services import take_back
from walkalong.foundation.audit.models import AuditEvent

WITH = "That sounds really heavy, and it makes sense that you are worn out."
OVER = "You should call your doctor tomorrow."


def looked(match, person):
    return [each.words for each in mirror.last_conversation(person, match)]


def test_it_shows_what_walks_with_first_and_at_most_one_note_for_a_message(
    match, maya, jonas, say, signed_in
):
    say(maya, "I could not get up today.")
    say(jonas, f"{WITH} {OVER} You must see someone about it.")
    page = signed_in(jonas).get(f"/with/{match.pk}/mirror/").content.decode()
    assert page.index("makes sense that you are worn out") < page.index("tells them what to do")
    (seen,) = mirror.last_conversation(jonas, match)
    assert [each.words for each in seen.praised] == [WITH]
    assert seen.note is not None
    assert page.count("mirror__over") == 1


def test_it_holds_only_ones_own_words(match, maya, jonas, say, signed_in):
    say(maya, "You should see the heron by the river.")
    say(jonas, "A heron!")
    page = signed_in(jonas).get(f"/with/{match.pk}/mirror/").content.decode()
    assert "A heron!" in page
    assert "by the river" not in page


def test_it_is_the_last_conversation_and_not_the_one_before(match, maya, jonas, say):
    with time_machine.travel(timezone.now() - timedelta(days=3)):
        say(jonas, "three days ago")
    say(maya, "hello again")
    assert looked(match, jonas) == ["three days ago"]  # nothing newer of one's own yet
    say(jonas, "and tonight")
    assert looked(match, jonas) == ["and tonight"]


def test_what_was_taken_back_is_not_looked_at(match, jonas, say):
    say(jonas, "kept")
    take_back(by=jonas, message=say(jonas, "taken back"))
    assert looked(match, jonas) == ["kept"]


def test_a_mentee_has_none_and_a_strangers_walk_is_not_there(match, maya, signed_in):
    assert signed_in(maya).get(f"/with/{match.pk}/mirror/").status_code == 404


def test_before_any_words_it_says_so_kindly(match, jonas, signed_in):
    assert "no words of yours here yet" in signed_in(jonas).get(f"/with/{match.pk}/mirror/").content.decode()


def test_s3_looking_leaves_nothing_behind_even_when_the_reading_breaks(
    match, jonas, say, signed_in, monkeypatch, caplog
):
    say(jonas, OVER)
    client, url = signed_in(jonas), f"/with/{match.pk}/mirror/"
    client.get("/")  # what a visit itself leaves
    before, events = everything_kept(), AuditEvent.objects.count()

    def broken(words, *_):
        raise RuntimeError(words)

    with caplog.at_level(logging.DEBUG):
        answer = client.get(url)
        monkeypatch.setattr(companion, "read", broken)
        silent = client.get(url)
    assert "tells them what to do" in answer.content.decode()
    assert silent.status_code == 200
    assert OVER in silent.content.decode()
    assert "tells them what to do" not in silent.content.decode()
    assert everything_kept() == before
    assert AuditEvent.objects.count() == events
    assert OVER not in caplog.text
    assert "no-store" in answer["Cache-Control"]


@pytest.mark.usefixtures("one_minute")
def test_looking_again_and_again_is_asked_to_wait(match, jonas, say, signed_in):
    say(jonas, "hello")
    client = signed_in(jonas)
    pages = [client.get(f"/with/{match.pk}/mirror/").content.decode() for _ in range(7)]
    assert "Give it a minute" in pages[-1]
    assert "Give it a minute" not in pages[0]


def test_the_page_asks_the_database_few_questions(
    match, maya, jonas, say, signed_in, django_assert_max_num_queries
):
    for number in range(6):
        say(maya if number % 2 else jonas, f"words {number}")
    client = signed_in(jonas)
    client.get("/")
    with django_assert_max_num_queries(6):
        client.get(f"/with/{match.pk}/mirror/")
