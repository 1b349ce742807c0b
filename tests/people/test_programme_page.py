import pytest
from django.urls import reverse

from tests.factories import make_person, make_programme, make_staff, sign_in
from walkalong.foundation.audit.models import AuditEvent
from walkalong.people.models import Programme, Role

pytestmark = pytest.mark.django_db
FACTS = {
    "name": "Lantern Road",
    "country": "FR",
    "time_zone": "Europe/Paris",
    "contact": "+33 1 23 45 67 89",
    "opening_hours": "mardi, 9 h à 12 h",
    "exit_url": "https://www.example.org/weather",
}


@pytest.fixture
def page(client):
    make_programme()
    sign_in(client, make_staff())
    return reverse("people:programme")


def test_staff_change_what_the_programme_says_about_itself(client, page):
    assert client.post(page, FACTS).url == page
    kept = Programme.objects.get()
    assert {fact: getattr(kept, fact) for fact in FACTS} == FACTS
    assert "+33 1 23 45 67 89" in client.get(reverse("safety:help_card")).content.decode()


def test_the_record_names_the_facts_that_changed_and_not_their_words(client, page):
    client.post(page, FACTS)
    client.post(page, FACTS)  # pressed twice
    event = AuditEvent.objects.get(verb="people.programme_changed")
    assert "contact" in event.detail["facts"]
    assert "name" not in event.detail["facts"]
    assert "+33" not in str(event.detail)


@pytest.mark.parametrize(
    ("fact", "bad"),
    [
        ("name", "   "),
        ("name", "a" * 81),
        ("contact", "call\u202e me"),
        ("country", "XX"),
        ("time_zone", "Mars/Base"),
        ("exit_url", "http://www.example.org/"),
        ("exit_url", "javascript:alert(1)"),
        ("exit_url", "https://" + "a" * 300 + ".example"),
        ("exit_url", ""),
    ],
)
def test_bad_input_is_answered_kindly_and_changes_nothing(client, page, fact, bad):
    answered = client.post(page, {**FACTS, fact: bad})
    assert answered.status_code == 200
    assert list(answered.context["form"].errors) == [fact]
    assert Programme.objects.get().country == "IE"


@pytest.mark.parametrize("role", [Role.MENTEE, Role.MENTOR, Role.AMBASSADOR])
def test_nobody_else_does(client, role):
    make_programme()
    sign_in(client, make_person("Kim", (role,)))
    assert client.post(reverse("people:programme"), FACTS).status_code == 403
    assert Programme.objects.get().country == "IE"
