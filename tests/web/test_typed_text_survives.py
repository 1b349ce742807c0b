"""An expired session or a stale page loses no word, and sends none as somebody else."""

import html
import re

import pytest
from django.http import HttpRequest, HttpResponse
from django.test import Client
from django.urls import include, path

from tests.factories import make_person, sign_in
from walkalong.web import typed_text

pytestmark = [pytest.mark.django_db, pytest.mark.urls(__name__)]

WORDS = "\n  שלום <b>today</b> & \u200b🙂 \"quoted\" 'so'\nsecond line  "
received: list[str] = []


def write(request: HttpRequest) -> HttpResponse:
    if request.method == "POST":
        received.append(request.POST["body"])
        return HttpResponse("sent")
    return HttpResponse("a form")


urlpatterns = [path("write/", write), path("", include("walkalong.config.urls"))]


@pytest.fixture(autouse=True)
def nothing_received() -> None:
    received.clear()


def form_of(person, **more):
    return {"body": WORDS, "typed_by": typed_text.stamp(person, ["body"]), "reply_to": "42", **more}


def words_in(page: HttpResponse) -> str:
    found = re.search(r"<textarea[^>]*>\n(.*?)</textarea>", page.content.decode(), re.S)
    assert found
    return html.unescape(found[1])


def hidden(page: HttpResponse, name: str) -> str:
    found = re.search(rf'<input type="hidden" name="{name}" value="([^"]*)"', page.content.decode())
    assert found
    return html.unescape(found[1])


def test_words_sent_after_the_session_ended_come_back_whole() -> None:
    maya = make_person("Maya")
    page = Client().post("/write/", form_of(maya))
    assert page.status_code == 401
    assert words_in(page) == WORDS
    assert hidden(page, "reply_to") == "42"
    assert page.headers["Cache-Control"] == "no-store"
    assert received == []


def test_a_field_left_empty_comes_along_and_does_not_stand_before_the_words() -> None:
    maya = make_person("Maya")
    stamp = typed_text.stamp(maya, ["title", "body"])
    page = Client().post("/write/", {"title": "", **form_of(maya), "typed_by": stamp})
    assert page.content.decode().count("<textarea") == 1
    assert words_in(page) == WORDS
    assert hidden(page, "title") == ""


def test_after_signing_in_again_the_words_arrive_with_one_more_press_or_two() -> None:
    maya = make_person("Maya")
    browser = Client(enforce_csrf_checks=True)
    page = browser.post("/write/", form_of(maya))
    sign_in(browser, maya)  # a new session: the token in the page is stale now
    again = {
        "body": words_in(page),
        "typed_by": hidden(page, "typed_by"),
        "csrfmiddlewaretoken": hidden(page, "csrfmiddlewaretoken"),
    }
    stale = browser.post("/write/", again)
    if stale.status_code == 403:
        assert words_in(stale) == WORDS
        again["csrfmiddlewaretoken"] = hidden(stale, "csrfmiddlewaretoken")
        stale = browser.post("/write/", again)
    assert stale.status_code == 200
    assert received == [WORDS]


def test_words_are_never_sent_by_whoever_signs_in_next() -> None:
    maya, jonas = make_person("Maya"), make_person("Jonas")
    page = sign_in(Client(), jonas).post("/write/", form_of(maya))
    assert page.status_code == 403
    assert "today" not in page.content.decode()
    assert received == []


def test_a_stale_token_gives_the_words_back_with_a_fresh_form() -> None:
    maya = make_person("Maya")
    browser = sign_in(Client(enforce_csrf_checks=True), maya)
    page = browser.post("/write/", form_of(maya))
    assert page.status_code == 403
    assert words_in(page) == WORDS
    answer = browser.post("/write/", form_of(maya, csrfmiddlewaretoken=hidden(page, "csrfmiddlewaretoken")))
    assert answer.content == b"sent"
    assert received == [WORDS]


@pytest.mark.parametrize("stamp", ["", "nonsense", "eyJhIjoxfQ:forged:stamp"])
def test_a_form_without_our_stamp_is_not_offered_for_sending(stamp: str) -> None:
    browser = sign_in(Client(enforce_csrf_checks=True), make_person("Maya"))
    page = browser.post("/write/", {"body": "planted words", "typed_by": stamp})
    assert page.status_code == 403
    assert "planted words" not in page.content.decode()


def test_a_strange_sites_form_is_not_offered_for_sending_even_with_a_stamp() -> None:
    maya = make_person("Maya")
    browser = sign_in(Client(enforce_csrf_checks=True), maya)
    page = browser.post("/write/", form_of(maya), headers={"Origin": "https://elsewhere.example"})
    assert page.status_code == 403
    assert "<textarea" not in page.content.decode()


def test_the_author_in_a_living_session_notices_nothing() -> None:
    maya = make_person("Maya")
    assert sign_in(Client(), maya).post("/write/", form_of(maya)).content == b"sent"
    assert received == [WORDS]
