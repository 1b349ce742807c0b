"""Sending: once, in order, between the two alone, and kindly refused where it cannot be."""

from uuid import uuid4

import pytest
from django.http import Http404

from tests.factories import make_person
from tests.factories_match import make_match
from walkalong.conversation.errors import Refused
from walkalong.conversation.models import Message
from walkalong.conversation.services import send_message
from walkalong.matching.services import leave_match, pause_match
from walkalong.people.models import Agreement, Person

from .conftest import JSON, posted


def test_messages_are_numbered_in_their_order(match, maya, jonas, say):
    said = [say(maya, "one"), say(jonas, "two"), say(maya, "three")]
    assert [message.seq for message in said] == [1, 2, 3]
    assert [message.body for message in Message.objects.order_by("seq")] == ["one", "two", "three"]


def test_the_same_press_becomes_one_message(match, maya):
    press = uuid4()
    first = send_message(by=maya, match=match, body="hello", client_id=press)
    again = send_message(by=maya, match=match, body="hello", client_id=press)
    assert first.pk == again.pk
    assert Message.objects.count() == 1


def test_a_retry_of_what_arrived_is_answered_after_the_end_too(match, maya, jonas):
    press = uuid4()
    first = send_message(by=maya, match=match, body="hello", client_id=press)
    leave_match(by=jonas, match=match)
    assert send_message(by=maya, match=match, body="hello", client_id=press).pk == first.pk


def test_a_press_of_another_match_is_no_answer(match, jonas, say):
    press = uuid4()
    send_message(by=jonas, match=match, body="to Maya", client_id=press)
    other = make_match(make_person("Ravi"), jonas)
    with pytest.raises(Refused):
        send_message(by=jonas, match=other, body="to Ravi", client_id=press)
    assert Message.objects.filter(match=other).count() == 0


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("", "empty"),
        (" \n\t ", "empty"),
        ("x" * 10_001, "too_long"),
        ("🙂" * 10_001, "too_long"),
        ("before\x00after", "unsendable"),
        ("half \ud83d", "unsendable"),
    ],
)
def test_the_little_that_cannot_be_sent_is_refused_kindly(match, maya, words, code):
    with pytest.raises(Refused) as refused:
        send_message(by=maya, match=match, body=words, client_id=uuid4())
    assert refused.value.code == code
    assert str(refused.value.kind)
    assert not Message.objects.exists()


@pytest.mark.parametrize(
    "words",
    [
        "x" * 10_000,
        "🙂" * 10_000,
        "  spaces kept  ",
        "e\u0301 is not é",
        "\u202eright to left\u202c \u05e9\u05dc\u05d5\u05dd",
        "zero\u200bwidth\ufeff",
        "\x07\x1b[31m bell",
        "'; DROP TABLE people_person; --",
        "<script>alert(1)</script><b>&amp;</b>",
        "{{ settings.SECRET_KEY }}{% debug %}",
        "lone\rreturn",
        "I want to die",
    ],
)
def test_anything_else_arrives_as_it_was_typed(match, maya, say, words):
    assert Message.objects.get(pk=say(maya, words).pk).body == words


def test_line_ends_of_a_form_become_line_feeds(match, maya, say):
    assert say(maya, "one\r\ntwo").body == "one\ntwo"


@pytest.mark.usefixtures("one_minute")
def test_too_many_in_a_minute_are_asked_to_wait_and_keep_their_words(match, maya, signed_in, settings):
    settings.MESSAGES_PER_MINUTE = 2
    client, url = signed_in(maya), f"/with/{match.pk}/send/"
    for words in ("one", "two"):
        assert client.post(url, posted(maya, words), headers=JSON).status_code == 200
    answer = client.post(url, posted(maya, "three"), headers=JSON)
    assert answer.status_code == 429
    assert answer.json()["try_later"] is True
    page = client.post(url, posted(maya, "my third thought"))
    assert page.status_code == 429
    assert "my third thought" in page.content.decode()


def test_nothing_goes_after_the_end_or_in_a_pause(match, maya, jonas, say):
    pause_match(by=jonas, match=match)
    with pytest.raises(Refused) as refused:
        say(maya, "are you there?")
    assert refused.value.code == "paused"
    leave_match(by=jonas, match=match)
    with pytest.raises(Refused) as refused:
        say(maya, "are you there?")
    assert refused.value.code == "ended"


def test_nothing_goes_before_the_writer_agreed(match, maya, say):
    Agreement.objects.filter(person=maya).delete()
    with pytest.raises(Refused) as refused:
        say(Person.objects.get(pk=maya.pk), "hello")
    assert refused.value.code == "not_agreed"


def test_a_stranger_learns_nothing_from_the_service(match):
    with pytest.raises(Http404):
        send_message(by=make_person("Noor"), match=match, body="hello", client_id=uuid4())


def test_only_a_message_of_the_same_match_can_be_answered(match, maya, jonas, say):
    other = make_match(make_person("Ravi"), jonas)
    elsewhere = send_message(by=jonas, match=other, body="for Ravi", client_id=uuid4())
    with pytest.raises(Refused) as refused:
        say(maya, "what?", reply_to=elsewhere.pk)
    assert refused.value.code == "unknown_reply"
    assert say(jonas, "yes", reply_to=say(maya, "is it?").pk).reply_to.body == "is it?"


def test_the_plain_form_leads_back_to_the_newest_words(match, maya, signed_in):
    client = signed_in(maya)
    answer = client.post(f"/with/{match.pk}/send/", posted(maya, "plainly said"))
    assert (answer.status_code, answer.url) == (303, f"/with/{match.pk}/#latest")
    assert "plainly said" in client.get(answer.url).content.decode()


def test_the_plain_form_comes_back_with_the_words_and_the_reason(match, maya, signed_in):
    page = signed_in(maya).post(f"/with/{match.pk}/send/", posted(maya, "long" * 2501))
    assert page.status_code == 422
    assert (
        "longer than one message can be. Your words stay here, and can go in parts." in page.content.decode()
    )
    assert "long" * 2501 in page.content.decode()


def test_sending_stays_lean(match, maya, say, signed_in, django_assert_max_num_queries):
    say(maya, "warm")
    client = signed_in(maya)
    client.post(f"/with/{match.pk}/send/", posted(maya, "warmer"), headers=JSON)
    with django_assert_max_num_queries(9):  # seven, and the two ends of the transaction
        assert client.post(f"/with/{match.pk}/send/", posted(maya, "now"), headers=JSON).status_code == 200
