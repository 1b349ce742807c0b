from datetime import timedelta

import pytest
import time_machine
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from tests.factories import make_programme
from walkalong.foundation.audit.models import AuditEvent
from walkalong.people import queries, services
from walkalong.people.errors import Refused, SetupClosed
from walkalong.people.models import Person, Programme, Role, SetupLink

pytestmark = pytest.mark.django_db
ANSWERS = {
    "name": "Lantern Road",
    "country": "IE",
    "time_zone": "Europe/Dublin",
    "contact": "hello@lantern.example",
    "opening_hours": "weekdays, 9 to 17",
    "staff_name": "Ines",
    "staff_email": "Ines@Example.org",
}


def token_of(url):
    return url.rstrip("/").rpartition("/")[2]


@pytest.fixture
def link(db):
    return reverse("people:setup", args=[token_of(services.make_setup_link())])


def test_the_first_start_makes_a_programme_and_its_first_staff(client, link):
    assert client.get(link).status_code == 200
    assert client.post(link, ANSWERS).url == reverse("people:second_factor")
    programme = Programme.objects.get()
    assert (programme.name, programme.country, programme.opening_hours) == (
        "Lantern Road",
        "IE",
        "weekdays, 9 to 17",
    )
    ines = Person.objects.get(email="ines@example.org")
    assert queries.roles_of(ines) == {Role.STAFF}
    assert client.get(reverse("people:people")).url == reverse("people:second_factor")
    assert client.get(reverse("people:second_factor")).status_code == 200
    assert AuditEvent.objects.filter(verb="people.programme_set_up").exists()


def test_the_link_names_the_site_and_is_kept_as_a_hash(db, settings):
    settings.SITE_URL = "https://walk.example"
    url = services.make_setup_link()
    assert url.startswith("https://walk.example/setup/")
    assert token_of(url) not in str(SetupLink.objects.values().get())


def test_it_opens_once(client, link):
    client.post(link, ANSWERS)
    assert Client().get(link).status_code == 404
    assert Client().post(link, {**ANSWERS, "staff_email": "mallory@example.org"}).status_code == 404
    assert Person.objects.count() == 1


def test_a_second_link_kills_the_first(client, link):
    services.make_setup_link()
    assert client.get(link).status_code == 404


def test_it_expires(client, link):
    with time_machine.travel(timezone.now() + timedelta(hours=24, seconds=1)):
        assert client.post(link, ANSWERS).status_code == 404
    assert not Programme.objects.exists()


def test_once_there_is_a_programme_there_is_no_set_up(client, link):
    make_programme()
    assert client.get(link).status_code == 404
    with pytest.raises(Refused):
        services.make_setup_link()
    with pytest.raises(SetupClosed):
        services.set_up_programme(token=token_of(link), **ANSWERS)


@pytest.mark.parametrize(
    ("field", "bad"),
    [
        ("name", ""),
        ("name", "a" * 81),
        ("name", "Lan\x00tern"),
        ("country", "XX"),
        ("time_zone", "Mars/Base"),
        ("contact", "a" * 201),
        ("opening_hours", "9 to\u202e 17"),
        ("staff_name", "\u200b"),
        ("staff_email", "nobody"),
    ],
)
def test_bad_input_is_answered_kindly_and_what_was_typed_stays(client, link, field, bad):
    page = client.post(link, {**ANSWERS, field: bad})
    assert page.status_code == 200
    assert list(page.context["form"].errors) == [field]
    assert page.context["form"]["name" if field != "name" else "contact"].value()
    assert not Programme.objects.exists()
