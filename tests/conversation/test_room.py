"""The room as a page: newest words first at hand, days as the reader lives them, and lean."""

from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from walkalong.conversation.models import LastRead, Message
from walkalong.conversation.services import forget_ended_conversations, take_back, tell_of_waiting_messages
from walkalong.foundation.crypto.models import DataKey
from walkalong.matching.services import leave_match, pause_match
from walkalong.notices.queries import unseen_of
from walkalong.people.models import Agreement

from .conftest import posted
from .long_history import make_long_history


def page(client, match, query=""):
    return client.get(f"/with/{match.pk}/{query}").content.decode()


def test_a_long_conversation_opens_at_its_newest_words(match, maya, signed_in, django_assert_max_num_queries):
    make_long_history(match, 300)
    client = signed_in(maya)
    first = page(client, match)
    assert "words number 300" in first
    assert first.count('data-seq="') == 50
    assert "?before=251" in first
    assert "words number 250" in page(client, match, "?before=251")
    assert "words number 51" in page(client, match, "?after=50")
    assert "words number 7" in page(client, match, "?at=7")
    with django_assert_max_num_queries(8):
        page(client, match)


@pytest.mark.parametrize(
    "query", ["?before=x", "?after=-1", "?at=99999999999999999999", "?reply=x", "?before=²", "?at="]
)
def test_a_strange_address_is_answered_with_the_room(match, maya, say, signed_in, query):
    say(maya, "here")
    assert "here" in page(signed_in(maya), match, query)


def test_new_words_stand_below_a_line_once(match, maya, jonas, say, signed_in):
    client = signed_in(maya)
    say(jonas, "old")
    page(client, match)
    say(maya, "mine is never new to me")
    say(jonas, "new")
    seen = page(client, match)
    assert seen.count('id="new"') == 1
    assert seen.index("mine is never new") < seen.index('id="new"') < seen.rindex(">new<")
    assert 'id="new"' not in page(client, match)


def test_days_are_the_readers_own(match, maya, jonas, say, signed_in):
    maya.time_zone, jonas.time_zone = "America/Los_Angeles", "Asia/Tokyo"
    for person in (maya, jonas):
        person.save()
    with time_machine.travel("2026-03-01T20:00:00Z", tick=False):
        say(maya, "morning here, tomorrow there")
    with time_machine.travel("2026-03-02T01:00:00Z", tick=False):
        assert ">Today<" in page(signed_in(maya), match)
        assert 'data-day="2026-03-01"' in page(signed_in(maya), match)
        assert 'data-day="2026-03-02"' in page(signed_in(jonas), match)


def test_an_answer_can_be_begun_without_a_script(match, maya, jonas, say, signed_in):
    message = say(jonas, "what do you think?")
    seen = page(signed_in(maya), match, f"?reply={message.pk}")
    assert f'name="reply_to" value="{message.pk}"' in seen


def test_resting_and_ended_rooms_say_so_instead_of_offering_to_write(match, maya, jonas, say, signed_in):
    say(maya, "kept words")
    Agreement.objects.filter(person=maya).delete()
    assert "/me/agreements/" in page(signed_in(maya), match)
    pause_match(by=jonas, match=match)
    paused = page(signed_in(jonas), match)
    assert "taking a pause" in paused
    assert "data-composer" not in paused
    assert f"/match/{match.pk}/resume/" in paused
    assert f"/match/{match.pk}/resume/" not in page(signed_in(maya), match)
    leave_match(by=maya, match=match)
    ended = page(signed_in(jonas), match)
    assert "This walk has ended" in ended
    assert "kept words" in ended
    assert "data-composer" not in ended


def test_the_page_is_never_kept_by_a_browser(match, maya, signed_in):
    assert "no-store" in signed_in(maya).get(f"/with/{match.pk}/")["Cache-Control"]


def test_words_that_wait_are_told_of_once_after_a_quiet_while(match, maya, jonas, say, signed_in):
    say(jonas, "are you there?")
    assert tell_of_waiting_messages() == 0  # not at once: they may be talking
    with time_machine.travel(timezone.now() + timedelta(minutes=6)):
        assert tell_of_waiting_messages() == 1
        assert tell_of_waiting_messages() == 0
        assert "are you there" not in repr(unseen_of(maya).values())
        page(signed_in(maya), match)
        assert not unseen_of(maya).exists()
        assert tell_of_waiting_messages() == 0
    assert not unseen_of(jonas).exists()


def test_nobody_is_told_of_what_was_read_taken_back_or_rests(match, maya, jonas, say, signed_in):
    take_back(by=jonas, message=say(jonas, "no"))
    say(jonas, "read at once")
    page(signed_in(maya), match)
    with time_machine.travel(timezone.now() + timedelta(minutes=6)):
        assert tell_of_waiting_messages() == 0
        say(jonas, "before a pause")
        pause_match(by=maya, match=match)
    with time_machine.travel(timezone.now() + timedelta(minutes=20)):
        assert tell_of_waiting_messages() == 0


def test_an_ended_conversation_is_deleted_with_its_keys_when_its_days_are_over(
    match, maya, jonas, say, settings
):
    say(maya, "one")
    say(jonas, "two")
    leave_match(by=maya, match=match)
    assert forget_ended_conversations() == 0
    with time_machine.travel(timezone.now() + timedelta(days=settings.ENDED_MATCH_KEPT_DAYS, hours=1)):
        assert forget_ended_conversations() == 1
        assert forget_ended_conversations() == 0
    assert not Message.objects.exists()
    assert not LastRead.objects.exists()
    assert not DataKey.objects.filter(scope__startswith=f"match:{match.pk}:").exists()


@pytest.mark.parametrize("change", [pause_match, leave_match])
def test_words_of_a_plain_form_that_meet_a_pause_or_an_end_come_back_to_be_copied(
    match, maya, jonas, signed_in, change
):
    change(by=jonas, match=match)
    answer = signed_in(maya).post(f"/with/{match.pk}/send/", posted(maya, "and then <she> said"))
    field = answer.content.decode().split('<textarea id="unsent"')[1].split("</textarea>")[0]
    assert field.split(">", 1)[1].lstrip("\n") == "and then &lt;she&gt; said"
    assert "This was not sent." in answer.content.decode()
    assert not Message.objects.exists()
    assert "unsent" not in page(signed_in(maya), match)


def test_a_page_of_somebody_else_gives_the_words_to_nobody(match, maya, jonas, signed_in):
    pause_match(by=jonas, match=match)
    answer = signed_in(jonas).post(f"/with/{match.pk}/send/", posted(maya, "for her alone"))
    assert "for her alone" not in answer.content.decode()
