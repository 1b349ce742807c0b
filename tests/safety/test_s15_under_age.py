"""S15: learned to be under 18: staff hear of it at once, the match rests, and nothing is lost."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from tests.factories import make_person, make_staff, sign_in
from tests.factories_match import make_match
from walkalong.matching.errors import StillHeld
from walkalong.matching.services import pause_match, resume_match
from walkalong.notices.models import Notice
from walkalong.people import documents
from walkalong.people import services as people
from walkalong.people.models import Role
from walkalong.safety import queries, services
from walkalong.safety.models import HumanRequest, Topic

pytestmark = pytest.mark.django_db


def test_taking_back_the_adult_agreement_reaches_staff_and_the_match_rests(
    client: Client,
) -> None:
    staff, match = make_staff(), make_match()
    people.withdraw_agreement(by=match.mentee, document="adult")
    request = HumanRequest.objects.get()
    assert (request.from_person, request.topic) == (match.mentee, Topic.ADULT)
    assert request.answer_by == timezone.localdate() + timedelta(days=1)
    assert Notice.objects.filter(person=staff, kind="safety.request").exists()
    match.refresh_from_db()
    assert match.state == "paused"
    page = sign_in(client, staff).get(reverse("safety:request", args=[request.pk])).content.decode()
    assert "not 18 or over" in page
    assert services.news.REQUEST.at_once


def test_neither_the_other_of_the_two_nor_the_ambassador_hears_of_it() -> None:
    make_staff()
    match = make_match()
    before = Notice.objects.count()
    people.withdraw_agreement(by=match.mentee, document="adult")
    told = {notice.person_id for notice in Notice.objects.all()[before:]}
    assert not told & {match.mentor_id, match.ambassador_id}


def test_agreeing_again_does_not_lift_the_pause_before_staff_have_closed_it(client: Client) -> None:
    staff, match = make_staff(), make_match()
    people.withdraw_agreement(by=match.mentee, document="adult")
    people.agree(by=match.mentee, document="adult", version=documents.required()[-1].version)
    with pytest.raises(StillHeld):
        resume_match(by=match.mentee, match=match)
    page = sign_in(client, match.mentee).post(reverse("matching:resume", args=[match.pk]), follow=True)
    assert "somebody of the programme talks with you first" in page.content.decode()
    match.refresh_from_db()
    assert match.state == "paused"
    request = services.acknowledge_request(by=staff, request=HumanRequest.objects.get())
    services.close_request(by=staff, request=request, reason="A slip of the thumb; we spoke.")
    resume_match(by=match.mentee, match=match)
    match.refresh_from_db()
    assert match.state == "active"


def test_the_other_of_the_two_is_not_held_by_it() -> None:
    make_staff()
    match = make_match()
    pause_match(by=match.mentor, match=match)
    people.withdraw_agreement(by=match.mentee, document="adult")
    resume_match(by=match.mentor, match=match)
    match.refresh_from_db()
    assert match.state == "paused"


def test_taken_back_again_while_it_is_open_it_stays_one_request() -> None:
    make_staff()
    maya = make_person()
    people.withdraw_agreement(by=maya, document="adult")
    people.agree(by=maya, document="adult", version=1)
    people.withdraw_agreement(by=maya, document="adult")
    assert HumanRequest.objects.count() == 1


@pytest.mark.parametrize("document", ["confidentiality", "health-data"])
def test_other_agreements_are_taken_back_without_telling_anybody(document: str) -> None:
    make_staff()
    people.withdraw_agreement(by=make_person(), document=document)
    assert not HumanRequest.objects.exists()


def test_it_is_not_lost_while_staff_have_yet_to_set_up_their_way_in() -> None:
    bea = make_person("Bea", (Role.STAFF,))
    people.withdraw_agreement(by=make_person(), document="adult")
    assert HumanRequest.objects.get().topic == Topic.ADULT
    assert Notice.objects.get(kind="safety.request").person == bea


def test_the_only_staff_member_can_take_it_back_too() -> None:
    staff = make_person("Ines", (Role.STAFF,))
    people.withdraw_agreement(by=staff, document="adult")
    assert not HumanRequest.objects.exists()


def test_the_person_sees_that_it_was_told() -> None:
    make_staff()
    maya = make_person()
    people.withdraw_agreement(by=maya, document="adult")
    assert queries.own_requests(maya).get().topic == Topic.ADULT
