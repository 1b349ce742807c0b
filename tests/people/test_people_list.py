import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.factories import make_person
from walkalong.people import services
from walkalong.people.models import Role

pytestmark = pytest.mark.django_db


def names(page):
    return [person.display_name for person, _labels in page.context["people"]]


@pytest.fixture
def crowd(staff):
    gone = make_person("Gone Gale", (Role.MENTOR,))
    services.deactivate_person(by=staff, person=gone)
    return [make_person("Maya"), make_person("Mario", (Role.MENTOR,)), gone]


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ({}, ["Ines", "Mario", "Maya"]),
        ({"q": "ma"}, ["Mario", "Maya"]),
        ({"role": "mentor"}, ["Mario"]),
        ({"role": "mentor", "state": "all"}, ["Gone Gale", "Mario"]),
        ({"state": "closed"}, ["Gone Gale"]),
        ({"q": "%"}, []),
        ({"q": "' OR 1=1 --"}, []),
        ({"q": "\x00", "role": "emperor", "state": "?", "page": "-4"}, ["Ines", "Mario", "Maya"]),
        ({"q": "a" * 10_000}, ["Ines", "Mario", "Maya"]),
    ],
)
def test_people_are_found(staff_client, crowd, asked, expected):
    assert names(staff_client.get(reverse("people:people"), asked)) == expected


def test_the_list_costs_the_same_for_three_people_and_for_forty(staff_client, crowd):
    def cost():
        with CaptureQueriesContext(connection) as queries:
            assert staff_client.get(reverse("people:people")).status_code == 200
        return len(queries)

    cost()
    few = cost()
    for number in range(37):
        make_person(f"Person {number}", (Role.MENTEE, Role.MENTOR))
    assert cost() == few
    assert few <= 11


@pytest.mark.parametrize(
    "name", ["people:profile", "people:agreements", "people:sessions", "people:sealed_facts"]
)
def test_ones_own_pages_cost_at_most_eight_queries(client, maya, name):
    client.force_login(maya, backend="walkalong.people.backend.PersonBackend")
    client.get(reverse(name))
    with CaptureQueriesContext(connection) as queries:
        assert client.get(reverse(name)).status_code == 200
    assert len(queries) <= 8, [query["sql"] for query in queries]


def test_what_a_pair_writes_is_nowhere_on_staffs_pages(staff_client, maya):
    services.seal_facts(
        by=maya,
        where_now="the blue house",
        contact_name="Rosa",
        contact_phone="555",
        contact_relation="sister",
    )
    page = staff_client.get(reverse("people:person", args=[maya.pk])).content.decode()
    assert "blue house" not in page
    assert "Rosa" not in page
