"""E-mails that say there is something: few, generic, in the reader's way, and tried again when they fail."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.core import mail
from django.core.mail.backends.locmem import EmailBackend

from tests.factories import make_person
from walkalong.foundation.jobs.testing import run_everything_due
from walkalong.notices import mailing, queries, services, silences
from walkalong.notices.models import Mail, Notice

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("mail_is_set_up")]

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)


@pytest.fixture
def clock():
    with time_machine.travel(NOON, tick=False) as travelling:
        yield travelling


class DeadServer(EmailBackend):
    def send_messages(self, messages):
        raise ConnectionRefusedError("Maya's words would stand here")


@pytest.fixture
def mail_server_is_down(monkeypatch):
    def down(is_down=True):
        monkeypatch.setattr(
            "django.core.mail.backends.locmem.EmailBackend.send_messages",
            DeadServer.send_messages if is_down else working,
        )

    working = EmailBackend.send_messages
    return down


def test_the_worker_mails_what_waits():
    maya = make_person()
    services.notify(person=maya, kind="tests.mailed", url="/with/secret/")
    run_everything_due(raising=False)  # other rooms' periodics are not this test's matter
    assert [message.to for message in mail.outbox] == [[maya.email]]
    assert Notice.objects.get().mail == Mail.SENT


def test_an_email_names_and_quotes_nothing_and_does_not_say_where():
    maya = make_person("Maya")
    services.notify(person=maya, kind="tests.mailed", url="/with/0190-secret/")
    mailing.send_what_is_due()
    whole = mail.outbox[0].message().as_string()
    assert "Maya" not in whole
    assert "secret" not in whole
    assert "https://walk.example/notices/" in mail.outbox[0].body


def test_discreet_people_get_the_plain_name_and_no_more():
    maya = make_person()
    maya.discreet = True
    maya.save()
    services.notify(person=maya, kind="tests.mailed", url="/a/")
    mailing.send_what_is_due()
    (message,) = mail.outbox
    assert message.subject == "You have something new"
    assert message.from_email == "Notes <no-reply@walk.example>"
    assert "walkalong" not in (message.subject + message.body).lower()


def test_one_email_for_many_notices_and_for_each_quiet_while(clock):
    maya = make_person()
    for key in "abc":
        services.notify(person=maya, kind="tests.mailed", url="/a/", key=key)
    mailing.send_what_is_due()
    assert len(mail.outbox) == 1
    services.notify(person=maya, kind="tests.mailed", url="/a/", key="d")
    clock.shift(timedelta(minutes=30))
    mailing.send_what_is_due()
    assert len(mail.outbox) == 1
    clock.shift(timedelta(minutes=31))
    mailing.send_what_is_due()
    mailing.send_what_is_due()
    assert len(mail.outbox) == 2


def test_what_cannot_wait_goes_at_once(clock):
    staff = make_person()
    services.notify(person=staff, kind="tests.mailed", url="/a/")
    mailing.send_what_is_due()
    services.notify(person=staff, kind="tests.urgent", url="/b/")
    mailing.send_what_is_due()
    assert [message.subject for message in mail.outbox][1] == "Somebody waits"


def test_what_was_seen_inside_is_not_mailed():
    maya = make_person()
    services.notify(person=maya, kind="tests.mailed", url="/a/")
    services.mark_seen(person=maya)
    assert mailing.send_what_is_due() == 0


def test_a_silence_that_began_meanwhile_stops_the_email(monkeypatch):
    maya = make_person()
    services.notify(person=maya, kind="tests.mailed", url="/match/")
    monkeypatch.setattr(silences, "_silences", [lambda person, kind, url: url == "/match/"])
    assert mailing.send_what_is_due() == 0
    assert Notice.objects.get().mail == Mail.NONE


def test_a_dead_server_is_tried_again_later_and_shown_to_the_operator(clock, mail_server_is_down, caplog):
    maya = make_person()
    services.notify(person=maya, kind="tests.mailed", url="/a/")
    mail_server_is_down()
    assert mailing.send_what_is_due() == 0
    assert Notice.objects.get().mail_error == "ConnectionRefusedError"
    assert "Maya" not in caplog.text
    mailing.send_what_is_due()  # not yet due again
    assert Notice.objects.get().mail_tries == 1
    clock.shift(timedelta(minutes=2))
    mailing.send_what_is_due()
    assert queries.mail_failures() == 1
    mail_server_is_down(False)
    clock.shift(timedelta(minutes=5))
    assert mailing.send_what_is_due() == 1
    assert queries.mail_failures() == 0


def test_in_the_end_it_is_given_up_and_said(clock, mail_server_is_down):
    services.notify(person=make_person(), kind="tests.mailed", url="/a/")
    mail_server_is_down()
    for _ in range(mailing.TRIES + 2):
        mailing.send_what_is_due()
        clock.shift(timedelta(hours=2))
    notice = Notice.objects.get()
    assert (notice.mail, notice.mail_tries) == (Mail.FAILED, mailing.TRIES)
    assert queries.mail_failures() == 1


def test_a_sender_that_died_in_the_middle_loses_nothing(clock):
    maya = make_person()
    services.notify(person=maya, kind="tests.mailed", url="/a/")
    Notice.objects.update(mail=Mail.LEAVING, mail_moved_at=NOON)
    assert mailing.send_what_is_due() == 0
    clock.shift(mailing.LOST_AFTER)
    assert mailing.send_what_is_due() == 1


def test_who_wants_no_email_gets_none_and_still_sees_it_inside():
    maya = make_person()
    services.notify(person=maya, kind="tests.mailed", url="/a/")
    services.choose_email(by=maya, email=False)
    services.notify(person=maya, kind="tests.mailed", url="/b/")
    assert mailing.send_what_is_due() == 0
    assert queries.unseen_of(maya).count() == 2


def test_an_email_can_be_answered_with_no_more_of_them(client):
    maya = make_person()
    services.notify(person=maya, kind="tests.mailed", url="/a/")
    mailing.send_what_is_due()
    headers = mail.outbox[0].extra_headers
    assert headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    path = headers["List-Unsubscribe"].strip("<>").removeprefix("https://walk.example")
    assert client.get(path).status_code == 200
    assert queries.choice_of(maya).email  # looking changes nothing: mail programs look
    assert client.post(path, {"List-Unsubscribe": "One-Click"}).status_code == 200
    assert not queries.choice_of(maya).email


def test_an_address_nobody_signed_switches_nothing_off(client):
    maya = make_person()
    path = f"/me/notices/off/{mailing.off_token(maya)}x/"
    assert client.post(path).status_code == 404
    assert queries.choice_of(maya).email
