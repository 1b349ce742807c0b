"""A session's key, as it lies in the database, opens nothing: only the cookie that was signed for it does."""

import pytest
from django.conf import settings
from django.contrib.sessions.models import Session
from django.test import Client
from django.urls import reverse

from tests.factories import make_person, sign_in
from walkalong.foundation import session_cookie

NAME = settings.SESSION_COOKIE_NAME


@pytest.fixture
def maya(db: None) -> Client:
    return sign_in(Client(), make_person("Maya"))


def opens(cookie: str) -> bool:
    other = Client()
    other.cookies[NAME] = cookie
    return bool(other.get(reverse("people:profile")).status_code == 200)


def test_the_cookie_itself_opens_the_page(maya: Client) -> None:
    assert opens(maya.cookies[NAME].value)


def test_what_the_database_holds_makes_no_cookie(maya: Client) -> None:
    (key,) = Session.objects.values_list("session_key", flat=True)
    signature = maya.cookies[NAME].value.partition(":")[2]
    forged = (key, f"{key}:", f"{key}:{'a' * len(signature)}", f"{key}:{signature[:-1]}", f"x:{signature}")
    assert not any(opens(cookie) for cookie in forged)


def test_nor_does_it_open_a_live_socket(maya: Client) -> None:
    (key,) = Session.objects.values_list("session_key", flat=True)
    assert session_cookie.key_in_header(f"{NAME}={key}") is None
    assert session_cookie.key_in_header(f"{NAME}={maya.cookies[NAME].value}") == key


def test_a_page_that_renews_the_cookie_signs_it_and_keeps_its_flags(db: None) -> None:
    client = Client()
    client.post(reverse("account_login"), {"email": "kim@example.org"})
    cookie = client.cookies[NAME]
    assert session_cookie.key_in(cookie.value) in Session.objects.values_list("session_key", flat=True)
    assert cookie["httponly"]
    assert cookie["samesite"] == "Lax"
    assert cookie["max-age"]
    assert "HttpOnly" in cookie.OutputString()


@pytest.mark.parametrize("cookie", ["", "x", ":", "a" * 500, "\x00", "é:é", "a:b:c"])
def test_whatever_else_a_cookie_says_is_nobody(db: None, cookie: str) -> None:
    assert session_cookie.key_in(cookie) is None
    assert not opens(cookie)
