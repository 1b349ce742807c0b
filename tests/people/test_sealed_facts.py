import pytest
from django.db import connection
from django.urls import reverse

from tests.factories import make_person, sign_in
from walkalong.foundation.audit.queries import events_about
from walkalong.people.models import Role, SealedFacts

pytestmark = pytest.mark.django_db
FACTS = {
    "where_now": "12 Quay Street\nsecond door  ",
    "contact_name": "Rosa",
    "contact_phone": "+353 1 555 0100",
    "contact_relation": "my sister",
}


@pytest.fixture
def page(client, maya):
    client.force_login(maya, backend="walkalong.people.backend.PersonBackend")
    return reverse("people:sealed_facts")


def test_facts_are_kept_as_typed_and_changed_and_removed(client, page, maya):
    client.post(page, FACTS)
    kept = SealedFacts.objects.get(person=maya)
    assert kept.where_now == FACTS["where_now"]
    assert kept.contact_relation == "my sister"
    assert "Rosa" in client.get(page).content.decode()
    client.post(page, {**FACTS, "contact_name": "Luz"})
    assert SealedFacts.objects.get(person=maya).contact_name == "Luz"
    client.post(page, dict.fromkeys(FACTS, ""))
    assert not SealedFacts.objects.exists()
    verbs = list(events_about(str(maya.pseudonym)).values_list("verb", flat=True))
    assert verbs == ["people.facts_removed", "people.facts_sealed", "people.facts_sealed"]


def test_the_database_holds_none_of_the_words(client, page):
    client.post(page, FACTS)
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM people_sealedfacts")
        raw = str(cursor.fetchall())
    for words in ("Quay", "Rosa", "555", "sister"):
        assert words not in raw


@pytest.mark.parametrize("role", [Role.STAFF, Role.AMBASSADOR, Role.MENTOR])
def test_everybody_sees_their_own_alone(client, page, role, maya):
    client.post(page, FACTS)
    sign_in(client, make_person("Kim", (role,)))
    assert "Rosa" not in client.get(page).content.decode()


@pytest.mark.parametrize(
    ("field", "bad"),
    [
        ("where_now", "a" * 501),
        ("where_now", "here\x00"),
        ("contact_name", "Ro\nsa"),
        ("contact_phone", "1" * 41),
        ("contact_relation", "\u202esister"),
    ],
)
def test_bad_input_is_answered_kindly_and_kept_on_the_page(client, page, field, bad):
    answer = client.post(page, {**FACTS, field: bad})
    assert answer.context["form"].errors[field]
    assert answer.context["form"]["contact_relation"].value() is not None
    assert not SealedFacts.objects.exists()


@pytest.mark.parametrize(
    "words", ["مرحبا", "🦊" * 100, "<script>alert(1)</script>", "'; DROP TABLE people; --", "a\u200bb"]
)
def test_any_script_may_be_used(client, page, maya, words):
    client.post(page, {**FACTS, "where_now": words})
    assert SealedFacts.objects.get(person=maya).where_now == words
    assert "<script>alert(1)" not in client.get(page).content.decode()
