"""The page on which one chooses and asks, and the heavy day on which it comes by itself."""

import time
from urllib.parse import urlencode

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.factories import make_person, sign_in
from tests.journey.recall.conftest import CALLED, CANNOT_CALL, COOKED, SLEPT
from walkalong.companion.encoder import encoder
from walkalong.conversation.models import Message
from walkalong.foundation.audit.models import AuditEvent
from walkalong.journey.heavy.models import HeavyDay
from walkalong.journey.heavy.services import keep_words
from walkalong.journey.recall import memory as memory_module
from walkalong.journey.recall.queries import choice_of
from walkalong.people.models import Role

PAGE = "/journey/before/"
CHOOSE = "/journey/before/choose/"


@pytest.fixture
def maya_page(match, maya, signed_in):
    return signed_in(maya)


def test_it_explains_and_is_off(maya_page, maya):
    page = maya_page.get(PAGE)
    assert page.status_code == 200
    assert b'name="moment"' not in page.content
    assert not choice_of(maya).for_me


def test_choosing_by_the_form(maya_page, maya):
    maya_page.post(CHOOSE, {"for_me": "on"})
    assert (choice_of(maya).for_me, choice_of(maya).for_other) == (True, False)
    maya_page.post(CHOOSE, {"for_me": "on", "for_other": "on"})
    assert choice_of(maya).for_other
    maya_page.post(CHOOSE, {})
    assert not choice_of(maya).for_me


def test_asking_shows_the_steps_that_resemble_with_their_day(maya_page, maya, name, agree):
    for words in (CALLED, SLEPT, COOKED):
        name(maya, words)
    agree(maya)
    page = maya_page.post(PAGE, {"moment": CANNOT_CALL}).content.decode()
    assert CALLED in page
    assert "Today" in page
    assert COOKED not in page


def test_at_most_three(maya_page, maya, name, agree):
    for person in ("the dentist", "the bank", "my uncle", "the garage", "the surgery"):
        name(maya, f"Phoned {person} although I was scared of calling.")
    agree(maya)
    page = maya_page.post(PAGE, {"moment": CANNOT_CALL})
    assert len(page.context["recalled"]) == 3


@pytest.mark.parametrize("moment", ["They have cut the trees along the river.", "I want to die."])
def test_nothing_near_is_said_so_that_it_holds_whatever_was_typed(maya_page, maya, name, agree, moment):
    name(maya, COOKED)
    agree(maya)
    page = maya_page.post(PAGE, {"moment": moment}).content.decode()
    assert COOKED not in page
    assert "That says nothing about you" in page
    found = page[page.index('id="found"') : page.index('id="choose"')]
    assert found.index('href="/help/"') < found.index('href="/heavy/"')


def test_what_is_still_being_read_is_said_and_not_taken_for_nothing(
    maya_page, maya, name, agree, monkeypatch
):
    name(maya, CALLED)
    agree(maya)
    made = encoder.vectors
    monkeypatch.setattr(memory_module, "WAIT_SECONDS", 0.0)
    monkeypatch.setattr(encoder, "vectors", lambda texts: time.sleep(0.5) or made(texts))
    page = maya_page.post(PAGE, {"moment": CANNOT_CALL}).content.decode()
    assert "still being read" in page
    assert "That says nothing about you" not in page


def test_the_moment_is_kept_nowhere(maya_page, maya, name, agree, caplog, capfd):
    from tests.conversation.test_s3_companion import everything_kept

    name(maya, CALLED)
    agree(maya)
    events = AuditEvent.objects.count()
    maya_page.post(PAGE, {"moment": f"{CANNOT_CALL} zanzibarquux"})
    assert "zanzibarquux" not in everything_kept() + caplog.text + "".join(capfd.readouterr())
    assert AuditEvent.objects.count() == events
    assert not Message.objects.exists()
    assert not HeavyDay.objects.exists()


@pytest.mark.parametrize(
    "moment", ["", "   \n", "🙂🙂🙂", "ما أقدر أرفع السماعة", "x" * 20_001, "half \ud800", "a\x00b", "???"]
)
def test_odd_words_get_a_page_that_keeps_them_or_says_why_not(maya_page, maya, name, agree, moment):
    name(maya, CALLED)
    agree(maya)
    body = urlencode({"moment": moment}, errors="surrogatepass")
    page = maya_page.post(PAGE, body, content_type="application/x-www-form-urlencoded")
    assert page.status_code in (200, 422)


def test_without_a_yes_a_posted_moment_is_not_looked_for(maya_page, maya, name):
    name(maya, CALLED)
    assert CALLED not in maya_page.post(PAGE, {"moment": CANNOT_CALL}).content.decode()


def test_who_has_no_journey_does_not_find_it(match, client):
    assert sign_in(client, match.ambassador).get(PAGE).status_code == 403
    assert client.post(CHOOSE, {"for_me": "on"}).status_code == 403


def test_a_new_yes_before_the_agreements_leads_to_them(match, client):
    new = make_person("Noor", (Role.MENTEE,), agreed=False)
    answer = sign_in(client, new).post(CHOOSE, {"for_me": "on"})
    assert answer.status_code == 302
    assert not choice_of(new).for_me


@pytest.mark.usefixtures("one_minute")
def test_asked_too_often_the_words_stay(maya_page, maya, agree):
    agree(maya)
    for _ in range(21):
        page = maya_page.post(PAGE, {"moment": CANNOT_CALL})
    assert page.status_code == 422
    assert CANNOT_CALL in page.content.decode()


def test_on_a_heavy_day_with_words_it_comes_by_itself(maya_page, maya, name, agree):
    name(maya, CALLED)
    for words in (SLEPT, COOKED):
        name(maya, words)
    keep_words(by=maya, words=CANNOT_CALL)
    before = maya_page.get("/heavy/")
    assert before.context["recalled"] == []
    assert "This was you, too" in before.content.decode()
    agree(maya)
    page = maya_page.get("/heavy/").content.decode()
    assert CALLED in page
    assert COOKED not in page


def test_in_a_moment_about_safety_it_is_silent(maya_page, maya, name, agree):
    name(maya, "Told Ana that I wanted to die, and she stayed with me.")
    agree(maya)
    page = maya_page.post(PAGE, {"moment": "I want to kill myself tonight."})
    assert page.context["recalled"] == []


def test_looking_asks_the_database_little_and_no_more_for_many_steps(maya_page, maya, name, agree):
    name(maya, CALLED)
    agree(maya)
    maya_page.post(PAGE, {"moment": CANNOT_CALL})

    def asked() -> int:
        with CaptureQueriesContext(
            connection,
        ) as found:
            maya_page.post(PAGE, {"moment": CANNOT_CALL})
        return len(found)

    few = asked()
    for number in range(20):
        name(maya, f"Called number {number} although it scared me.")
    maya_page.post(PAGE, {"moment": CANNOT_CALL})
    assert asked() == few
    assert few <= 16


def test_the_page_itself_is_cheap(maya_page, maya, agree, django_assert_max_num_queries):
    agree(maya)
    maya_page.get(PAGE)
    with django_assert_max_num_queries(9):
        maya_page.get(PAGE)
