import importlib

import pytest
from django.test import Client
from django.urls import Resolver404, clear_url_caches, resolve, reverse

from tests.factories import make_person
from walkalong.people import demo, queries, rules, second_factor, urls
from walkalong.people.models import Person, Programme, Role
from walkalong.people.views.demo import demo as view

pytestmark = pytest.mark.django_db


@pytest.fixture
def demo_mode(settings):
    settings.DEMO = True
    importlib.reload(urls)
    _forget_addresses(settings)
    yield
    settings.DEMO = False
    importlib.reload(urls)
    _forget_addresses(settings)


def _forget_addresses(settings):
    importlib.reload(importlib.import_module(settings.ROOT_URLCONF))
    clear_url_caches()


def test_without_demo_mode_there_is_no_such_address(client):
    with pytest.raises(Resolver404):
        resolve("/demo/")
    assert client.get("/demo/").status_code == 404
    maya = make_person("Maya")
    assert client.post("/demo/", {"person": maya.pk}).status_code == 404


def test_without_demo_mode_the_view_itself_refuses(rf):
    from django.http import Http404

    for request in (rf.get("/demo/"), rf.post("/demo/", {"person": "x"})):
        with pytest.raises(Http404):
            view(request)


def test_one_press_and_one_is_somebody(demo_mode, client):
    cast = demo.load()
    page = client.get("/demo/").content.decode()
    assert all(person.display_name in page for person in cast.values())
    client.post("/demo/", {"person": cast["mentee"].pk})
    assert client.get(reverse("people:profile")).context["request"].user == cast["mentee"]


def test_staff_of_the_demo_stand_under_the_same_rule(demo_mode, client):
    cast = demo.load()
    client.post("/demo/", {"person": cast["staff"].pk})
    assert client.get(reverse("people:people")).status_code == 200
    assert second_factor.is_set_up(cast["staff"])


@pytest.mark.parametrize(
    "where",
    [
        {"REMOTE_ADDR": "192.168.1.20"},
        {"REMOTE_ADDR": "203.0.113.9"},
        {"REMOTE_ADDR": ""},
        {"REMOTE_ADDR": "127.0.0.1", "HTTP_X_FORWARDED_FOR": "203.0.113.9"},
        {"REMOTE_ADDR": "127.0.0.1", "HTTP_X_REAL_IP": "203.0.113.9"},
        {"REMOTE_ADDR": "127.0.0.1", "HTTP_X_FORWARDED_HOST": "demo.example"},
        {"REMOTE_ADDR": "127.0.0.1", "HTTP_FORWARDED": "for=127.0.0.1"},
        {"REMOTE_ADDR": "127.0.0.1", "HTTP_VIA": "1.1 proxy"},
    ],
)
def test_the_demos_door_opens_on_this_machine_only(demo_mode, where):
    cast = demo.load()
    client = Client()
    assert client.get("/demo/", **where).status_code == 404
    assert client.post("/demo/", {"person": cast["mentee"].pk}, **where).status_code == 404


@pytest.mark.parametrize("person", ["", "x", "' OR 1=1", "00000000-0000-0000-0000-000000000000"])
def test_nobody_is_not_somebody(demo_mode, client, person):
    demo.load()
    assert client.post("/demo/", {"person": person}).status_code == 404


def test_loading_twice_changes_nothing():
    first = demo.load()
    second = demo.load()
    assert first == second
    assert Person.objects.count() == len(demo.CAST)
    assert Programme.objects.get().name == "Lantern Road"
    assert queries.roles_of(second["ambassador"]) == {Role.AMBASSADOR}
    assert all(rules.has_agreed(person) for person in second.values())
    assert {person.country for person in second.values()} == {"US", "IE", "GB", "CA", "FR"}
