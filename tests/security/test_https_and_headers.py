"""What a browser is told when the programme is reached by https, and what never gets into a mail's head."""

import json
import subprocess
import sys
from typing import Any

import pytest
from django.core import mail
from django.test import Client

from tests.factories import make_person, make_programme, make_staff, sign_in
from tests.needs import ROOT
from tests.people.mailbox import deliver_mail
from walkalong.people.models import Person

ASK = """
import django, json; django.setup()
from django.conf import settings as s
print(json.dumps({name: getattr(s, name) for name in (
    "SESSION_COOKIE_SECURE", "CSRF_COOKIE_SECURE", "SESSION_COOKIE_HTTPONLY", "SECURE_SSL_REDIRECT",
    "SECURE_HSTS_SECONDS", "DEBUG", "ALLOWED_HOSTS", "USE_X_FORWARDED_HOST")}))
"""


def test_with_an_https_address_nothing_goes_in_clear(tmp_path: Any) -> None:
    told = subprocess.run(
        [sys.executable, "-c", ASK],
        env={
            "DJANGO_SETTINGS_MODULE": "walkalong.config.settings",
            "WALKALONG_URL": "https://walk.example.org",
            "WALKALONG_DATA_DIR": str(tmp_path),
        },
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    assert json.loads(told.stdout) == {
        "SESSION_COOKIE_SECURE": True,
        "CSRF_COOKIE_SECURE": True,
        "SESSION_COOKIE_HTTPONLY": True,
        "SECURE_SSL_REDIRECT": True,
        "SECURE_HSTS_SECONDS": 31_536_000,
        "DEBUG": False,
        "ALLOWED_HOSTS": ["walk.example.org"],
        "USE_X_FORWARDED_HOST": False,
    }


@pytest.mark.parametrize("name", ["Kim\r\nBcc: all@example.net", "Kim\nX", "Kim\x00", "Kim\u2028X"])
def test_a_name_with_a_line_break_goes_nowhere(db: None, name: str) -> None:
    make_programme()
    staff = sign_in(Client(), make_staff())
    staff.post("/people/invite/", {"email": "kim@example.org", "display_name": name, "roles": ["mentee"]})
    deliver_mail()
    for sent in mail.outbox:
        assert "\n" not in sent.subject
        assert sent.recipients() == ["kim@example.org"]
    maya = make_person("Maya")
    sign_in(Client(), maya).post(
        "/me/", {"display_name": name, "country": "IE", "time_zone": "Europe/Dublin"}
    )
    kept = Person.objects.get(pk=maya.pk).display_name
    assert not [character for character in kept if ord(character) < 32 or character == "\u2028"]


@pytest.mark.parametrize("host", ["evil.example", "testserver.evil.example", "testserver@evil.example"])
def test_another_hosts_name_is_refused(db: None, host: str) -> None:
    answer = Client().get("/accounts/login/", headers={"host": host})
    assert answer.status_code == 400
    assert "evil" not in answer.content.decode()


def ask_for_a_code(email: str) -> tuple[Any, ...]:
    client = Client()
    answer = client.post("/accounts/login/", {"email": email})
    page = client.get(answer.headers.get("Location", "/accounts/login/"))
    body = page.content.decode().replace(email, "ADDRESS")
    for cookie in client.cookies.values():
        body = body.replace(cookie.value, "COOKIE")
    varying = [line for line in body.splitlines() if "csrfmiddlewaretoken" not in line]
    names = sorted(name for name in answer.headers if name != "Date")
    return (
        answer.status_code,
        answer.headers.get("Location"),
        names,
        sorted(client.cookies),
        page.status_code,
        varying,
    )


def test_members_strangers_and_the_deactivated_are_told_the_same(db: None) -> None:
    make_programme()
    member, gone = make_person("Maya"), make_person("Dana")
    Person.objects.filter(pk=gone.pk).update(is_active=False)
    seen = [ask_for_a_code(email) for email in (member.email, gone.email, "nobody@example.org")]
    assert seen[0] == seen[2]
    assert seen[1] == seen[2]


def test_a_member_cannot_find_out_who_else_is_here_by_changing_their_address(db: None) -> None:
    make_programme()
    jonas = make_person("Jonas")
    seen = []
    for email in (jonas.email, "nobody@example.org"):
        client = sign_in(Client(), make_person("Maya"))
        answer = client.post("/accounts/email/", {"action_add": "", "email": email})
        page = client.get(answer.headers.get("Location", "/accounts/email/"))
        body = page.content.decode().replace(email, "ADDRESS")
        shown = [
            line
            for line in body.splitlines()
            if "csrfmiddlewaretoken" not in line and "data-person" not in line
        ]
        seen.append((answer.status_code, answer.headers.get("Location"), page.status_code, len(shown)))
    assert seen[0] == seen[1]


@pytest.mark.parametrize(
    "where", ["//evil.example", "https://evil.example/", "/\\evil.example", "javascript:alert(1)"]
)
def test_signing_in_and_out_lead_nowhere_else(db: None, where: str) -> None:
    for path in ("/accounts/login/", "/accounts/logout/"):
        client = sign_in(Client(), make_person("Maya"))
        answer = client.post(f"{path}?next={where}", {"next": where})
        assert "evil" not in answer.headers.get("Location", "")
        assert "javascript" not in answer.headers.get("Location", "")
