"""S5: the help card is at most two taps from anywhere: one on a link every page has, one on a number."""

import re
from itertools import product

import pytest
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from tests.factories import make_person, make_programme, make_staff, sign_in
from tests.factories_match import make_match
from walkalong.people.models import Role, RoleGrant
from walkalong.safety import services

pytestmark = pytest.mark.django_db
CARD_LINK = re.compile(r'<a\s[^>]*href="/help/"')
HUMAN_LINK = re.compile(r'<a\s[^>]*href="/help/person/[^"]*"')


@pytest.fixture
def everybody():
    """One of each role, in one walk, with something told; keys are the tests' names of them."""
    make_programme()
    match = make_match()
    staff = make_staff()
    told = services.tell_a_human(by=match.mentee, words="hello")
    people = {"mentee": match.mentee, "mentor": match.mentor, "ambassador": match.ambassador, "staff": staff}
    people["waiting"] = make_person("Noor")
    several = make_person("Una", (Role.MENTOR, Role.AMBASSADOR))
    RoleGrant.objects.create(person=several, role=Role.STAFF)
    people["several roles"] = several
    ids = {"match_id": [match.pk], "request_id": [told.pk], "person_id": [match.mentee.pk, staff.pk]}
    return people, ids


def named_pages(patterns=None, prefix="", wanted=()):
    """Every named route of ours, with the arguments it wants."""
    for pattern in get_resolver().url_patterns if patterns is None else patterns:
        takes = (*wanted, *pattern.pattern.regex.groupindex)
        if isinstance(pattern, URLResolver):
            name = f"{prefix}{pattern.namespace}:" if pattern.namespace else prefix
            yield from named_pages(pattern.url_patterns, name, takes)
        elif isinstance(pattern, URLPattern) and pattern.name:
            yield prefix + pattern.name, takes


def addresses(ids):
    for name, takes in named_pages():
        if set(takes) <= set(ids):
            for values in product(*(ids[argument] for argument in takes)):
                yield reverse(name, kwargs=dict(zip(takes, values, strict=True)))


def pages_seen_by(client, ids):
    """Address and text of each whole page this person can open."""
    for address in addresses(ids):
        answer = client.get(address)
        is_page = answer.get("Content-Type", "").startswith("text/html") and not answer.streaming
        if is_page and b"<html" in answer.content:
            yield address, answer.content.decode()


@pytest.mark.parametrize(
    "who", ["nobody", "mentee", "mentor", "ambassador", "staff", "waiting", "several roles"]
)
def test_every_page_has_the_way_to_help_for_every_role(client, everybody, who):
    people, ids = everybody
    if who != "nobody":
        sign_in(client, people[who])
    seen = dict(pages_seen_by(client, ids))
    assert len(seen) >= 5  # the walk did walk
    assert [at for at, page in seen.items() if at != "/help/" and not CARD_LINK.search(page)] == []
    # and a human too, but where there is no network to tell over
    assert [at for at, page in seen.items() if at != "/offline/" and not HUMAN_LINK.search(page)] == []


def test_the_second_tap_dials(client, everybody):
    assert re.search(r'href="tel:\d+"', client.get("/help/").content.decode())


@pytest.mark.parametrize("address", ["/nowhere/", "/requests/"])
def test_pages_that_say_no_have_it_too(client, everybody, address):
    people, _ = everybody
    sign_in(client, people["mentee"])
    answer = client.get(address)
    assert answer.status_code in (403, 404)
    assert CARD_LINK.search(answer.content.decode())
