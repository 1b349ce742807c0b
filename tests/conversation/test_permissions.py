"""Who gets in: the two, and nobody else, as if it did not exist."""

from uuid import uuid4

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.factories import make_person, make_staff, sign_in
from tests.factories_match import make_match
from walkalong.people.models import Role

from .conftest import JSON, posted

NOWHERE = uuid4()


def addresses(match_id, message_id):
    base = f"/with/{match_id}/"
    return [
        ("get", base),
        ("get", f"{base}messages/"),
        ("post", f"{base}send/"),
        ("post", f"{base}companion/"),
        ("get", f"{base}{message_id}/take-back/"),
        ("post", f"{base}{message_id}/take-back/"),
        ("get", f"{base}{message_id}/report/"),
        ("post", f"{base}{message_id}/report/"),
        ("get", f"{base}{message_id}/picture/"),
    ]


@pytest.fixture
def others(match, jonas):
    another_mentee = make_person("Ravi")
    make_match(another_mentee, jonas)
    return {
        "stranger": make_person("Noor"),
        "mentee of another pair": another_mentee,
        "ambassador": match.ambassador,
        "mentor of others": make_person("Claire", (Role.MENTOR,)),
        "staff": make_staff("Ben"),
    }


def test_everybody_else_is_told_that_there_is_nothing(match, maya, say, others):
    message = say(maya, "between us")
    for name, person in others.items():
        client = sign_in(Client(), person)
        for method, address in addresses(match.pk, message.pk):
            answer = getattr(client, method)(address, posted(person, "hello") if method == "post" else None)
            assert answer.status_code == 404, (name, method, address)
            assert "between us" not in answer.content.decode()


def test_nothing_tells_a_foreign_room_from_none(match, maya, say, others):
    client = sign_in(Client(), others["stranger"])
    client.get("/help/")  # the first request of a session asks for the session, too
    message = say(maya, "between us")
    for there, nowhere in zip(addresses(match.pk, message.pk), addresses(NOWHERE, NOWHERE), strict=True):
        answers = []
        for method, address in (there, nowhere):
            with CaptureQueriesContext(connection) as queries:
                answers.append((getattr(client, method)(address).content, len(queries)))
        bodies = [
            body.replace(str(match.pk).encode(), b"").replace(str(NOWHERE).encode(), b"")
            for body, _ in answers
        ]
        assert len(bodies[0]) == len(bodies[1])
        assert answers[0][1] == answers[1][1], there


def test_signed_out_people_are_led_to_the_door(match):
    answer = Client().get(f"/with/{match.pk}/")
    assert answer.status_code == 302
    assert "/login" in answer.url


def test_a_message_of_one_room_is_not_found_through_another(match, jonas, say):
    other = make_match(make_person("Ravi"), jonas)
    message = say(jonas, "for Maya")
    client = sign_in(Client(), jonas)
    assert client.get(f"/with/{other.pk}/{message.pk}/take-back/").status_code == 404


def test_both_have_the_same_powers_over_the_room(match, maya, jonas, say):
    said = {maya.pk: say(maya, "mine"), jonas.pk: say(jonas, "mine")}
    outcomes = []
    for person, other in ((maya, jonas), (jonas, maya)):
        client, base = sign_in(Client(), person), f"/with/{match.pk}/"
        own, theirs = said[person.pk].pk, said[other.pk].pk
        outcomes.append(
            [
                client.get(base).status_code,
                client.get(f"{base}messages/").status_code,
                client.post(f"{base}send/", posted(person, "hello"), headers=JSON).status_code,
                client.get(f"{base}{theirs}/report/").status_code,
                client.get(f"{base}{own}/report/").status_code,
                client.post(f"{base}{theirs}/take-back/").status_code,
                client.get(f"{base}{own}/take-back/").status_code,
                client.get("/me/live/").status_code,
                client.get("/companion/").status_code,
            ]
        )
    assert outcomes[0] == outcomes[1] == [200, 200, 200, 200, 404, 404, 200, 200, 200]
