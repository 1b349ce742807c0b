"""Whoever gives somebody another address could sign in as them: it is never unseen."""

import pytest
from django.urls import reverse

from tests.factories import make_person
from walkalong.notices.models import Notice
from walkalong.people import services
from walkalong.people.models import MadeSure, Role

pytestmark = pytest.mark.django_db


@pytest.fixture
def two_of_staff():
    return make_person("Ines", (Role.STAFF,)), make_person("Ben", (Role.STAFF,))


def told():
    return {(notice.person.display_name, notice.url) for notice in Notice.objects.select_related("person")}


def test_a_changed_address_is_told_to_the_person_and_to_all_of_staff_but_who_did_it(two_of_staff):
    ines, _ben = two_of_staff
    maya = make_person("Maya", (Role.MENTEE,))
    make_person("Sam", (Role.AMBASSADOR,))

    services.change_email(by=ines, person=maya, email="somebody@example.org")

    assert told() == {
        ("Maya", reverse("people:about_me_log")),
        ("Ben", reverse("people:person", args=[maya.pk])),
    }


def test_a_second_factor_that_was_taken_away_is_told_as_well(two_of_staff):
    ines, ben = two_of_staff

    services.remove_second_factor(by=ines, person=ben, made_sure=MadeSure.CALLED)

    assert told() == {("Ben", reverse("people:about_me_log"))}


def test_an_address_that_stays_is_not_told(two_of_staff):
    ines, _ben = two_of_staff
    maya = make_person("Maya", (Role.MENTEE,))

    services.change_email(by=ines, person=maya, email=maya.email.upper())

    assert told() == set()
