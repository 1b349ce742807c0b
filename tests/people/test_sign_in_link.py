"""The last way in: mailbox and second factor are lost, and whoever runs the machine makes a link."""

from datetime import timedelta
from urllib.parse import urlsplit

import pytest
import time_machine
from allauth.mfa.models import Authenticator
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from tests.factories import make_person, make_programme, make_staff, sign_in
from walkalong.foundation.audit.queries import events_about
from walkalong.people import services
from walkalong.people.errors import Refused, SignInLinkClosed
from walkalong.people.services.sign_in_links import LASTS

pytestmark = pytest.mark.django_db


def path_for(person) -> str:
    return urlsplit(services.make_sign_in_link(email=person.email.upper())).path


def test_it_signs_in_once_and_removes_nothing(client):
    make_programme()
    staff = make_staff()
    elsewhere = sign_in(Client(), staff)
    path = path_for(staff)
    assert staff.display_name in client.get(path).content.decode()
    assert client.post(path).url == reverse("mfa_index")
    assert client.get(reverse("people:people")).status_code == 200
    assert Client().post(path).status_code == 410
    assert elsewhere.get(reverse("people:people")).status_code == 200
    assert Authenticator.objects.filter(user=staff).exists()


def test_whoever_lost_the_second_step_can_set_up_another_right_after(client):
    staff = make_staff()
    client.post(path_for(staff))
    assert client.get(reverse("mfa_add_webauthn")).status_code == 200


def test_a_look_at_it_does_not_spend_it(client):
    path = path_for(make_person())
    for _ in range(3):
        assert client.get(path).status_code == 200
    assert client.post(path).status_code == 302


def test_it_is_short_lived(client):
    path = path_for(make_person())
    with time_machine.travel(timezone.now() + LASTS + timedelta(seconds=2)):
        assert client.get(path).status_code == 410
        assert client.post(path).status_code == 410
    assert "_auth_user_id" not in client.session


def test_it_dies_with_another_sign_in_a_new_address_and_a_closed_account(client):
    staff, maya, kim, noor = make_staff(), make_person(), make_person("Kim"), make_person("Noor")
    paths = [path_for(maya), path_for(kim), path_for(noor)]
    sign_in(Client(), maya)
    services.change_email(by=staff, person=kim, email="kim@elsewhere.example")
    services.deactivate_person(by=staff, person=noor)
    assert [client.post(path).status_code for path in paths] == [410, 410, 410]


def test_nothing_can_be_made_up(client):
    path = path_for(make_person())
    assert client.post(path[:-3] + "x/").status_code == 410
    assert client.get(reverse("people:sign_in_link", args=["anything\x00"])).status_code == 410


def test_used_at_the_same_moment_it_opens_once():
    token = path_for(make_person()).split("/")[2]
    services.use_sign_in_link(token=token)
    with pytest.raises(SignInLinkClosed):
        services.use_sign_in_link(token=token)


def test_the_person_finds_it_in_their_record(client):
    maya = make_person()
    client.post(path_for(maya))
    verbs = [event.verb for event in events_about(str(maya.pseudonym))]
    assert {"people.sign_in_link_made", "people.sign_in_link_used"} <= set(verbs)
    page = client.get(reverse("people:about_me_log")).content.decode()
    assert "made a link to sign you in" in page


def test_an_unknown_or_closed_account_is_refused_in_words():
    with pytest.raises(Refused):
        services.make_sign_in_link(email="nobody@example.org")
    staff, maya = make_staff(), make_person()
    services.deactivate_person(by=staff, person=maya)
    with pytest.raises(Refused):
        services.make_sign_in_link(email=maya.email)
