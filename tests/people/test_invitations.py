from datetime import timedelta

import pytest
import time_machine
from django.core import mail
from django.core.exceptions import PermissionDenied
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from tests.factories import make_person, sign_in
from tests.people.mailbox import deliver_mail
from walkalong.people import jobs, queries, rules, services, tokens
from walkalong.people.errors import InvitationClosed, Refused
from walkalong.people.models import Invitation, Person, Role

pytestmark = pytest.mark.django_db
ANSWERS = {"display_name": "Noor", "country": "CA", "time_zone": "America/Vancouver"}


@pytest.fixture
def issued(programme, staff):
    return services.invite_person(
        by=staff, email="Noor@Example.org", display_name="Noor", roles=[Role.MENTEE, Role.MENTOR]
    )


def door(token):
    return reverse("people:accept_invitation", args=[token])


def test_the_link_lets_one_person_in_with_their_roles(issued, client):
    page = client.get(door(issued.token))
    assert page.status_code == 200
    assert "Ines invites you to Lantern Road" in page.content.decode()
    answer = client.post(door(issued.token), ANSWERS)
    assert answer.url == reverse("people:agreements")
    person = Person.objects.get(email="noor@example.org")
    assert queries.roles_of(person) == {Role.MENTEE, Role.MENTOR}
    assert (person.country, person.time_zone) == ("CA", "America/Vancouver")
    assert client.get(reverse("people:profile")).status_code == 200
    assert not rules.has_agreed(person)


def test_staff_read_what_somebody_was_invited_as(issued, staff_client):
    assert "Mentee, Mentor · noor@example.org" in staff_client.get(reverse("people:people")).content.decode()


def test_only_a_hash_of_the_token_is_kept(issued):
    kept = Invitation.objects.values().get()
    assert issued.token not in str(kept)
    assert kept["token_hash"] == tokens.hash_of(issued.token)
    assert issued.token not in repr(issued)


def test_a_link_opens_once(issued, client):
    client.post(door(issued.token), ANSWERS)
    again = Client().post(door(issued.token), {**ANSWERS, "display_name": "Mallory"})
    assert again.status_code == 410
    assert Person.objects.filter(email="noor@example.org").count() == 1
    assert not Person.objects.filter(display_name="Mallory").exists()
    with pytest.raises(InvitationClosed):
        services.accept_invitation(token=issued.token, **ANSWERS)


def test_closed_links_all_look_alike(issued, staff, client):
    unknown = client.get(door("never-made")).content
    services.revoke_invitation(by=staff, invitation=issued.invitation)
    revoked = client.get(door(issued.token)).content
    assert unknown == revoked
    second = services.invite_person(by=staff, email="x@example.org", display_name="X", roles=[Role.MENTOR])
    with time_machine.travel(timezone.now() + timedelta(days=15), tick=False):
        assert client.get(door(second.token)).content == unknown
    assert "ask whoever invited you" in unknown.decode()


def test_a_link_expires(issued):
    with time_machine.travel(issued.invitation.expires_at, tick=False), pytest.raises(InvitationClosed):
        services.accept_invitation(token=issued.token, **ANSWERS)


def test_sending_again_makes_a_new_link_and_the_old_one_is_dead(issued, staff):
    fresh = services.resend_invitation(by=staff, invitation=issued.invitation)
    with pytest.raises(InvitationClosed):
        services.accept_invitation(token=issued.token, **ANSWERS)
    assert services.accept_invitation(token=fresh.token, **ANSWERS).email == "noor@example.org"


def test_an_expired_link_can_be_sent_again(issued, staff):
    with time_machine.travel(timezone.now() + timedelta(days=20)):
        fresh = services.resend_invitation(by=staff, invitation=issued.invitation)
        assert services.accept_invitation(token=fresh.token, **ANSWERS)


def test_an_accepted_or_revoked_one_cannot_be_sent_again(issued, staff):
    services.revoke_invitation(by=staff, invitation=issued.invitation)
    with pytest.raises(Refused):
        services.resend_invitation(by=staff, invitation=issued.invitation)


def test_an_address_that_belongs_to_somebody_by_now_gives_the_same_closed_page(issued, client):
    make_person("Other Noor", email="noor@example.org")
    answer = client.post(door(issued.token), ANSWERS)
    assert answer.status_code == 410
    assert answer.content == Client().get(door("never-made")).content


def test_staff_see_the_link_once_and_mail_waits_for_mail_to_be_set_up(staff_client, programme):
    made = staff_client.post(
        reverse("people:invite"), {"display_name": "Noor", "email": "noor@example.org", "roles": ["mentee"]}
    )
    assert "/invited/" in made.content.decode()
    assert "No mail is set up" in made.content.decode()
    deliver_mail()
    assert mail.outbox == []
    listed = staff_client.get(reverse("people:people")).content.decode()
    assert "noor@example.org" in listed
    assert "/invited/" not in listed


def test_with_mail_set_up_the_link_is_sent_and_does_not_lie_in_the_queue(staff, programme, settings):
    from django_tasks_db.models import DBTaskResult

    settings.MAIL_CONFIGURED = True
    issued = services.invite_person(
        by=staff, email="noor@example.org", display_name="Noor", roles=[Role.MENTEE]
    )
    assert issued.token not in str(list(DBTaskResult.objects.values()))
    deliver_mail()
    assert [sent.to for sent in mail.outbox] == [["noor@example.org"]]
    assert issued.token in mail.outbox[0].body
    assert "Lantern Road" not in mail.outbox[0].subject


@pytest.mark.parametrize("role", [Role.MENTEE, Role.MENTOR, Role.AMBASSADOR])
def test_only_staff_invite(client, role, issued):
    sign_in(client, make_person("Kim", (role,)))
    assert client.get(reverse("people:invite")).status_code == 403
    assert client.post(reverse("people:invitation_resend", args=[issued.invitation.pk])).status_code == 403
    assert client.post(reverse("people:invitation_revoke", args=[issued.invitation.pk])).status_code == 403
    with pytest.raises(PermissionDenied):
        services.invite_person(
            by=make_person("Lee", (role,)), email="a@example.org", display_name="A", roles=[Role.STAFF]
        )


def test_a_pressed_twice_invitation_says_there_is_one(staff_client, issued):
    page = staff_client.post(
        reverse("people:invite"), {"display_name": "Noor", "email": "NOOR@example.org", "roles": ["mentee"]}
    )
    assert "has an open invitation" in page.content.decode()
    assert Invitation.objects.count() == 1


def test_somebody_who_is_here_is_not_invited(staff, maya):
    with pytest.raises(Refused):
        services.invite_person(by=staff, email=maya.email.upper(), display_name="Maya", roles=[Role.MENTOR])


def test_the_demo_invites_nobody(staff, settings):
    settings.DEMO = True
    with pytest.raises(Refused):
        services.invite_person(by=staff, email="a@example.org", display_name="A", roles=[Role.MENTEE])


def test_signed_in_people_are_asked_to_sign_out_first(issued, client, maya):
    sign_in(client, maya)
    page = client.post(door(issued.token), ANSWERS)
    assert "You are signed in as Maya" in page.content.decode()
    assert Invitation.objects.get().accepted_at is None


def test_old_invitations_are_forgotten(issued):
    with time_machine.travel(timezone.now() + timedelta(days=14 + 31)):
        jobs.forget_old_links()
    assert not Invitation.objects.exists()


@pytest.mark.parametrize(
    "name",
    ["", " ", "a" * 61, "Maya\x00", "Ma\u202eya", "\u200b", "a\u200bb", "Maya\nStaff", "\u200d\u200d"],
)
def test_names_that_mislead_are_refused_kindly_and_what_was_typed_stays(issued, client, name):
    page = client.post(door(issued.token), {**ANSWERS, "display_name": name})
    assert page.status_code == 200
    assert page.context["form"].errors["display_name"]
    assert page.context["form"]["country"].value() == "CA"
    assert not Person.objects.filter(email="noor@example.org").exists()


@pytest.mark.parametrize(
    "name",
    ["Zoë", "نور", "Ngọc Ánh", "🦊", "👩‍🚀 Kim", "<b>Bo</b>", "Robert'); DROP TABLE people;--", "می‌نا"],
)
def test_names_in_any_script_arrive_as_typed_and_are_shown_as_text(issued, client, name):
    client.post(door(issued.token), {**ANSWERS, "display_name": name})
    assert Person.objects.get(email="noor@example.org").display_name == name
    assert "<b>Bo</b>" not in client.get(reverse("people:profile")).content.decode()


@pytest.mark.parametrize("field", ["country", "time_zone"])
def test_places_that_do_not_exist_are_refused(issued, client, field):
    page = client.post(door(issued.token), {**ANSWERS, field: "Atlantis/Deep"})
    assert page.context["form"].errors[field]


def test_an_older_name_of_a_zone_is_taken(issued, client):
    client.post(door(issued.token), {**ANSWERS, "time_zone": "Asia/Calcutta"})
    assert Person.objects.get(email="noor@example.org").time_zone == "Asia/Calcutta"
    assert '"Asia/Calcutta" selected' in client.get(reverse("people:profile")).content.decode()
