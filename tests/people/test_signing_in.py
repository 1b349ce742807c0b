import logging
import re
import time

import pytest
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from allauth.usersessions.models import UserSession
from django.core import mail
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django_tasks_db.models import DBTaskResult

from tests.factories import give_second_factor, make_person
from tests.people.mailbox import deliver_mail, last_code
from walkalong.people.models import Role

pytestmark = pytest.mark.django_db

SIGN_IN = "/accounts/login/"
CODE = "/accounts/login/code/confirm/"


def ask_for_code(client, email):
    return client.post(SIGN_IN, {"email": email})


def totp_now(secret):
    return format_hotp_value(hotp_value(secret, int(time.time()) // 30))


def test_a_member_signs_in_with_the_code_from_the_mail(client, maya):
    assert ask_for_code(client, maya.email).url == CODE
    assert deliver_mail() == [maya.email]
    answer = client.post(CODE, {"code": last_code()})
    assert answer.status_code == 302
    assert client.get(reverse("people:profile")).status_code == 200
    assert UserSession.objects.filter(user=maya).count() == 1


def test_the_code_asked_with_capitals_reaches_the_member(client, maya):
    ask_for_code(client, maya.email.upper())
    deliver_mail()
    assert client.post(CODE, {"code": last_code().lower()}).status_code == 302
    assert client.get(reverse("people:profile")).status_code == 200


def steps_of(email):
    """Everything somebody at the door can see when asking with this address."""
    client = Client()
    asked = ask_for_code(client, email)
    page = client.get(CODE)
    wrong = client.post(CODE, {"code": "AAAA-AAAA"})
    seen = [asked.status_code, asked.url, page.status_code, wrong.status_code]
    words = [
        body.content.decode().replace(email, "ADDRESS").replace(client.cookies["csrftoken"].value, "")
        for body in (page, wrong)
    ]
    return seen, [without_tokens(text) for text in words], sorted(client.cookies)


def without_tokens(text):
    return re.sub(r'name="csrfmiddlewaretoken" value="[^"]+"', "", text)


def test_members_strangers_and_closed_accounts_get_the_same_answers(maya):
    closed = make_person("Gone", email="gone@example.org")
    closed.is_active = False
    closed.save()
    member = steps_of(maya.email)
    assert steps_of("stranger@example.org") == member
    assert steps_of(closed.email) == member


def test_only_members_get_mail(client, maya):
    closed = make_person("Gone", email="gone@example.org")
    closed.is_active = False
    closed.save()
    for address in ("stranger@example.org", closed.email):
        ask_for_code(Client(), address)
    assert deliver_mail() == []
    ask_for_code(client, maya.email)
    assert deliver_mail() == [maya.email]


def test_asking_costs_the_same_for_members_and_strangers(maya):
    def cost(email):
        with CaptureQueriesContext(connection) as queries:
            ask_for_code(Client(), email)
        return len(queries), DBTaskResult.objects.count()

    ask_for_code(Client(), "first@example.org")  # makes the key that seals mail
    before = DBTaskResult.objects.count()
    stranger, after_stranger = cost("stranger@example.org")
    member, after_member = cost(maya.email)
    assert (after_stranger - before, after_member - after_stranger) == (1, 1)
    assert stranger - member in {0, 1, -1}  # a stranger is looked up by both tables


def test_codes_are_neither_in_logs_nor_in_the_queue(client, maya, caplog):
    caplog.set_level(logging.DEBUG)
    ask_for_code(client, maya.email)
    waiting = str(list(DBTaskResult.objects.values()))
    deliver_mail()
    code = last_code()
    assert code not in waiting
    assert maya.email not in waiting
    client.post(CODE, {"code": code})
    assert code not in caplog.text
    assert maya.email not in caplog.text


def test_three_wrong_codes_end_the_attempt(client, maya):
    ask_for_code(client, maya.email)
    deliver_mail()
    for _ in range(3):
        client.post(CODE, {"code": "AAAA-AAAA"})
    client.post(CODE, {"code": last_code()})
    assert client.get(reverse("people:profile")).status_code == 302


@pytest.mark.parametrize("known", [True, False])
def test_asking_again_and_again_is_slowed_down(maya, known):
    address = maya.email if known else "stranger@example.org"
    for _ in range(3):
        assert ask_for_code(Client(), address).status_code == 302
    slowed = ask_for_code(Client(), address)
    assert slowed.status_code == 200
    assert slowed.context["form"].errors["email"]
    assert len(deliver_mail()) == (3 if known else 0)


def test_a_code_is_too_old_after_fifteen_minutes(client, maya):
    import time_machine
    from django.utils import timezone

    with time_machine.travel(timezone.now(), tick=False) as clock:
        ask_for_code(client, maya.email)
        deliver_mail()
        clock.shift(15 * 60 + 1)
        client.post(CODE, {"code": last_code()})
    assert client.get(reverse("people:profile")).status_code == 302


@pytest.mark.parametrize(
    "path",
    [
        "/accounts/signup/",
        "/accounts/password/reset/",
        "/accounts/password/change/",
        "/accounts/password/set/",
        "/accounts/password/reset/key/1-2/",
        "/accounts/inactive/",
    ],
)
def test_there_are_no_passwords_and_no_open_sign_up(client, path):
    assert client.get(path).status_code == 404
    assert client.post(path, {"email": "a@example.org", "password1": "x"}).status_code == 404


def test_staff_with_an_app_are_asked_for_its_digits(client):
    ines = make_person("Ines", (Role.STAFF,))
    secret = give_second_factor(ines)
    ask_for_code(client, ines.email)
    deliver_mail()
    assert client.post(CODE, {"code": last_code()}).url.startswith("/accounts/2fa/authenticate/")
    assert client.get(reverse("people:people")).status_code == 302
    client.post("/accounts/2fa/authenticate/", {"code": totp_now(secret)})
    assert client.get(reverse("people:people")).status_code == 200


def test_the_apps_secret_is_sealed_in_the_database():
    from allauth.mfa.models import Authenticator

    secret = give_second_factor(make_person("Ines", (Role.STAFF,)))
    kept = Authenticator.objects.values_list("data", flat=True).get()
    assert secret not in str(kept)
    assert kept["secret"].startswith("v1:")


@pytest.mark.parametrize(
    "bad", ["", "x", "a" * 300 + "@example.org", "a\x00@example.org", "<b>@x", "' OR 1=1 --"]
)
def test_addresses_that_are_none_are_answered_kindly(client, bad):
    page = ask_for_code(client, bad)
    assert page.status_code == 200
    assert page.context["form"].errors["email"]
    assert mail.outbox == []


def test_whoever_is_signed_in_is_led_home(client, maya):
    client.force_login(maya, backend="walkalong.people.backend.PersonBackend")
    assert client.get(SIGN_IN).status_code == 302


def test_a_closed_account_with_an_open_session_is_out(client, staff, maya):
    from walkalong.people import services

    client.force_login(maya, backend="walkalong.people.backend.PersonBackend")
    services.deactivate_person(by=staff, person=maya)
    assert client.get(reverse("people:profile")).status_code == 302


def test_a_person_changes_the_address_with_a_code_sent_to_the_new_one(client, maya):
    from walkalong.foundation.audit.queries import events_about

    old = maya.email
    client.force_login(maya, backend="walkalong.people.backend.PersonBackend")
    client.post("/accounts/email/", {"email": "new@example.org", "action_add": ""})
    assert deliver_mail() == ["new@example.org"]
    maya.refresh_from_db()
    assert maya.email == old
    client.post("/accounts/confirm-email/", {"code": last_code()})
    maya.refresh_from_db()
    assert maya.email == "new@example.org"
    assert events_about(str(maya.pseudonym)).filter(verb="people.email_changed").exists()
    assert old in deliver_mail()


def test_an_address_of_somebody_else_cannot_be_taken_and_is_not_told(client, maya):
    kim = make_person("Kim", (Role.MENTOR,))
    client.force_login(maya, backend="walkalong.people.backend.PersonBackend")
    taken = client.post("/accounts/email/", {"email": kim.email, "action_add": ""})
    free = client.post("/accounts/email/", {"email": "free@example.org", "action_add": ""})
    assert (taken.status_code, taken.url) == (free.status_code, free.url)
