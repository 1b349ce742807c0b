"""E1, S5: the help card is there for everybody, before any form, and opening it leaves no trace."""

import logging
import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.factories import make_person, make_programme, sign_in
from walkalong.foundation.audit.models import AuditEvent
from walkalong.notices.models import Notice
from walkalong.people.models import Role

pytestmark = pytest.mark.django_db
CARD = "/help/"


def text_of(answer):
    return answer.content.decode()


def links(page):
    return re.findall(r'href="((?:tel|sms):[^"]+)"', page)


def test_a_stranger_sees_it_without_signing_in(client):
    answer = client.get(CARD, {"country": "GB"})
    assert answer.status_code == 200
    assert links(text_of(answer))[:2] == ["tel:999", "tel:116123"]


def test_the_numbers_stand_before_any_form_and_emergency_first(client):
    page = text_of(client.get(CARD, {"country": "FR"}))
    first_form = page.index("<form")
    assert page.index("tel:112") < page.index("tel:3114") < first_form


def test_it_works_before_a_programme_is_set_up(client):
    page = text_of(client.get(CARD))
    assert "findahelpline.com" in page
    assert "local emergency number" in page


def test_an_unknown_country_gets_the_directory_and_the_local_number(client):
    make_programme(country="IE")
    page = text_of(client.get(CARD, {"country": "other"}))
    before_elsewhere = page[: page.index('id="elsewhere"')]
    assert links(before_elsewhere) == []
    assert "findahelpline.com" in before_elsewhere
    assert "local emergency number" in before_elsewhere


def test_the_persons_stated_country_counts_and_a_choice_counts_more(client):
    make_programme(country="IE")
    sign_in(client, make_person(country="US"))
    assert links(text_of(client.get(CARD)))[0] == "tel:911"
    assert links(text_of(client.get(CARD, {"country": "fr"})))[0] == "tel:112"


def test_every_country_is_in_the_page_for_when_there_is_no_network(client):
    page = text_of(client.get(CARD, {"country": "US"}))
    assert {"tel:911", "tel:999", "tel:112", "tel:3114", "tel:116123", "sms:85258"} <= set(links(page))


def test_it_says_that_nobody_has_dialled_the_numbers_yet(client):
    assert "Nobody of this programme has dialled these numbers yet" in text_of(
        client.get(CARD, {"country": "IE"})
    )


def test_it_says_when_somebody_is_there_and_plainly_when_nobody_is_on_call(client):
    here = make_programme()
    assert "Nobody is on call" in text_of(client.get(CARD))
    here.opening_hours = "Mondays, 9 to 12"
    here.save()
    assert "They are there: Mondays, 9 to 12" in text_of(client.get(CARD))


@pytest.mark.parametrize("signed_in", [False, True])
def test_opening_it_writes_nothing_and_logs_nothing(client, caplog, signed_in):
    make_programme()
    if signed_in:
        sign_in(client, make_person())
    caplog.set_level(logging.DEBUG)
    for name in ("walkalong.access", "walkalong", "django.request"):
        logging.getLogger(name).setLevel(logging.DEBUG)
    before = (AuditEvent.objects.count(), Notice.objects.count())
    caplog.clear()
    with CaptureQueriesContext(
        connection,
    ) as queries:
        answer = client.get(CARD, {"country": "GB"})
    assert answer.status_code == 200
    assert {query["sql"].split()[0] for query in queries} <= {"SELECT"}
    # the database's own debug lines are the test's doing
    lines = [record for record in caplog.records if record.name != "django.db.backends"]
    assert lines == []
    assert (AuditEvent.objects.count(), Notice.objects.count()) == before
    assert not answer.cookies


def test_another_page_does_leave_an_access_line(client, caplog):
    """So that the silence above is the card's own."""
    make_programme()
    logging.getLogger("walkalong.access").setLevel(logging.DEBUG)
    caplog.set_level(logging.DEBUG, logger="walkalong.access")
    client.get("/notices/")
    assert [record.name for record in caplog.records] == ["walkalong.access"]


def test_the_device_may_keep_it_and_it_names_nobody(client):
    make_programme()
    maya = make_person("Maya-with-a-name")
    sign_in(client, maya)
    answer = client.get(CARD)
    assert "no-store" not in answer["Cache-Control"]
    assert "private" in answer["Cache-Control"]
    for personal in (maya.display_name, maya.email, str(maya.pk), "csrfmiddlewaretoken"):
        assert personal not in text_of(answer)


def test_people_of_one_country_get_the_same_page(client):
    make_programme()
    pages = set()
    for name, role in (("Maya", Role.MENTEE), ("Jonas", Role.MENTOR), ("Ines", Role.STAFF)):
        sign_in(client, make_person(name, (role,), country="US"))
        pages.add(text_of(client.get(CARD)))
    assert len(pages) == 1


def test_staff_without_a_second_factor_reach_it_too(client):
    make_programme()
    ines = make_person("Ines", (Role.STAFF,))
    client.force_login(ines, backend="walkalong.people.backend.PersonBackend")
    assert client.get(CARD).status_code == 200


def test_a_discreet_person_does_not_read_the_apps_name_in_the_title(client):
    make_programme()
    maya = make_person()
    maya.discreet = True
    maya.save()
    sign_in(client, maya)
    assert "<title>Notes</title>" in text_of(client.get(CARD))


@pytest.mark.parametrize("country", ["", "x" * 5000, "<b>GB</b>", "\u202eGB", "'; DROP TABLE", "GB\x00"])
def test_any_country_answers_kindly(client, country):
    answer = client.get(CARD, {"country": country})
    assert answer.status_code == 200
    assert "<b>GB</b>" not in text_of(answer)


def test_it_asks_the_database_little(client, django_assert_max_num_queries):
    make_programme()
    sign_in(client, make_person())
    client.get(CARD)
    with django_assert_max_num_queries(4):
        client.get(CARD)
