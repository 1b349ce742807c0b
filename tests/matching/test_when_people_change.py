"""What closing an account, taking back an agreement or ending a role means for a match."""

import pytest
from django.test import Client
from django.urls import reverse

from tests.factories import make_person, make_staff, sign_in
from tests.factories_match import make_match
from walkalong.matching.models import Match
from walkalong.matching.services import leave_match
from walkalong.people import documents
from walkalong.people import services as people
from walkalong.people.models import Role

pytestmark = pytest.mark.django_db


def test_closing_an_account_ends_the_matches_of_that_person() -> None:
    mentor = make_person("Jonas", (Role.MENTOR,))
    matches = [make_match(mentor=mentor), make_match(mentor=mentor)]
    people.deactivate_person(by=make_staff(), person=mentor)
    for match in matches:
        match.refresh_from_db()
        assert (match.state, match.end_kind) == ("ended", "deactivated")


def test_a_closed_ambassador_is_taken_off_and_the_match_goes_on() -> None:
    match = make_match()
    people.deactivate_person(by=make_staff(), person=match.ambassador)
    match.refresh_from_db()
    assert match.ambassador is None
    assert match.state == "active"


@pytest.mark.parametrize("go", ["account", "role"])
def test_an_ambassador_who_goes_is_not_named_to_the_two_of_a_walk_just_ended(client: Client, go: str) -> None:
    match, staff = make_match(), make_staff()
    leave_match(by=match.mentor, match=match)
    if go == "account":
        people.deactivate_person(by=staff, person=match.ambassador)
    else:
        people.end_role(by=staff, person=match.ambassador, role=Role.AMBASSADOR)
    page = sign_in(client, match.mentee).get(reverse("home:pair", args=[match.id])).content.decode()
    assert "The people of the programme still look after you" in page
    assert "Sam" not in page


def test_taking_back_an_agreement_opens_a_pause_of_that_person() -> None:
    match = make_match()
    document = documents.required()[0].name
    people.withdraw_agreement(by=match.mentor, document=document)
    match.refresh_from_db()
    assert match.state == "paused"
    assert [pause.by for pause in match.pauses.all()] == [match.mentor]


def test_ending_the_role_of_an_ambassador_takes_them_off_their_matches() -> None:
    match = make_match()
    people.end_role(by=make_staff(), person=match.ambassador, role=Role.AMBASSADOR)
    assert Match.objects.get().ambassador is None


@pytest.mark.parametrize("side", ["mentee", "mentor"])
def test_ending_the_role_of_one_of_the_two_is_said_and_ends_no_walk(client: Client, side: str) -> None:
    match = make_match()
    person, staff = getattr(match, side), make_staff()
    path = reverse("people:end_role", args=[person.pk, side])
    page = sign_in(client, staff).get(path).content.decode()
    assert f"{match.mentee.display_name} with {match.mentor.display_name}, month 1" in page
    assert "What stands goes on" in page
    client.post(path)
    match.refresh_from_db()
    assert match.state == "active"
    assert not person.role_grants.filter(ended_at=None).exists()


def test_ending_the_role_of_an_ambassador_says_whom_they_look_after(client: Client) -> None:
    match = make_match()
    path = reverse("people:end_role", args=[match.ambassador.pk, "ambassador"])
    assert "Maya with Jonas" in sign_in(client, make_staff()).get(path).content.decode()


def test_the_page_of_a_person_and_closing_their_account_show_which_walks_stand(client: Client) -> None:
    match = make_match()
    sign_in(client, make_staff())
    for person in (match.mentee, match.mentor, match.ambassador):
        page = client.get(reverse("people:person", args=[person.pk])).content.decode()
        assert "Maya with Jonas, month 1" in page
    closing = client.get(reverse("people:deactivate", args=[match.mentor.pk])).content.decode()
    assert "Maya with Jonas, month 1: ends at once" in closing


def test_a_role_that_does_not_exist_is_nothing(client: Client) -> None:
    person = make_person()
    path = reverse("people:end_role", args=[person.pk, "king"])
    assert sign_in(client, make_staff()).get(path).status_code == 404
