"""Taking back: gone for both at once, sealed for fourteen days, opened only by the recipient's report."""

from datetime import timedelta

import pytest
import time_machine
from django.db import connection
from django.http import Http404
from django.utils import timezone

from walkalong.conversation.errors import Refused
from walkalong.conversation.models import Message
from walkalong.conversation.services import forget_taken_back, report_message, take_back
from walkalong.safety.models import HumanRequest

from .conftest import JSON
from .pictures import photo

WORDS = "I never should have said that"


def shown_to(client, match):
    return client.get(f"/with/{match.pk}/").content.decode()


def test_it_disappears_for_both_at_once_and_from_every_quote(match, maya, jonas, say, signed_in):
    message = say(maya, WORDS)
    say(jonas, "that is fine", reply_to=message.pk)
    take_back(by=maya, message=message)
    for person in (maya, jonas):
        page = shown_to(signed_in(person), match)
        assert WORDS not in page
        assert "took this back" in page
        assert "that is fine" in page


def test_only_its_author_can(match, maya, jonas, say):
    with pytest.raises(Http404):
        take_back(by=jonas, message=say(maya, WORDS))


def test_pressed_twice_it_is_taken_back_once(maya, say):
    message = say(maya, WORDS)
    first = take_back(by=maya, message=message)
    again = take_back(by=maya, message=message)
    assert (first.change, first.taken_back_at) == (again.change, again.taken_back_at)


def test_it_can_be_done_without_a_script(match, maya, say, signed_in):
    message = say(maya, WORDS)
    client, address = signed_in(maya), f"/with/{match.pk}/{message.pk}/take-back/"
    page = client.get(address).content.decode()
    assert WORDS in page
    assert "14 days" in page  # told beforehand
    assert client.post(address).status_code == 302
    assert WORDS not in shown_to(client, match)
    assert client.post(address, headers=JSON).json()["mine"] is True


def test_the_picture_goes_along(match, maya, jonas, say, signed_in):
    message = say(maya, "look", picture=photo())
    address = f"/with/{match.pk}/{message.pk}/picture/"
    assert signed_in(jonas).get(address).status_code == 200
    take_back(by=maya, message=message)
    assert signed_in(jonas).get(address).status_code == 404


def test_the_recipients_report_opens_it_within_fourteen_days(match, maya, jonas, say):
    message = take_back(by=maya, message=say(maya, WORDS))
    with time_machine.travel(timezone.now() + timedelta(days=13)):
        told = report_message(by=jonas, message=message, words="please look")
    assert HumanRequest.objects.get(pk=told.pk).attached == WORDS
    assert told.about_person == maya


def test_after_fourteen_days_it_is_gone_for_good(match, maya, jonas, say):
    message = take_back(by=maya, message=say(maya, WORDS, picture=photo()))
    kept = take_back(by=jonas, message=say(jonas, "a later one"))
    with time_machine.travel(timezone.now() + timedelta(days=14, minutes=1)):
        Message.objects.filter(pk=kept.pk).update(taken_back_at=timezone.now() - timedelta(days=13))
        with pytest.raises(Refused):
            report_message(by=jonas, message=message, words="")
        assert forget_taken_back() == 1
        assert forget_taken_back() == 0
    assert Message.objects.get(pk=message.pk).body is None
    assert not hasattr(Message.objects.get(pk=message.pk), "picture")
    assert Message.objects.get(pk=kept.pk).body == "a later one"


def test_one_cannot_report_oneself_and_a_report_goes_to_staff_alone(match, maya, jonas, say, signed_in):
    message = say(maya, WORDS)
    with pytest.raises(Http404):
        report_message(by=maya, message=message, words="")
    client, address = signed_in(jonas), f"/with/{match.pk}/{message.pk}/report/"
    assert "Ines" in client.get(address).content.decode()  # who gets it is said before anything is typed
    assert client.post(address, {"words": "look"}).status_code == 302
    assert HumanRequest.objects.get().words == "look"
    assert "report" not in shown_to(signed_in(maya), match).lower()


def test_nothing_said_lies_readable_in_the_database(match, maya, jonas, say):
    take_back(by=maya, message=say(maya, "zanzibarquux taken"))
    say(jonas, "zanzibarquux kept", picture=photo(), alt="zanzibarquux alt")
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f'SELECT * FROM "{table}"')
            assert "zanzibarquux" not in repr(cursor.fetchall()), table
