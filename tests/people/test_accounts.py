import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client
from django.urls import reverse

from tests.factories import make_person, sign_in
from tests.people.mailbox import deliver_mail
from walkalong.foundation import realtime
from walkalong.foundation.audit.queries import events_about
from walkalong.people import services, signals
from walkalong.people.errors import Refused
from walkalong.people.models import Person, Role

pytestmark = pytest.mark.django_db


def test_closing_an_account_signs_out_drops_sockets_and_tells_the_others(staff, maya, monkeypatch):
    drops, heard = [], []
    monkeypatch.setattr(realtime, "drop", lambda **what: drops.append(what))
    theirs = sign_in(Client(), maya)

    def listen(person, **_kwargs):
        heard.append(person)

    signals.person_deactivated.connect(listen)
    try:
        services.deactivate_person(by=staff, person=maya)
        services.deactivate_person(by=staff, person=maya)
    finally:
        signals.person_deactivated.disconnect(listen)
    assert theirs.get(reverse("people:profile")).status_code == 302
    assert {"person_id": maya.pk} in drops
    assert heard == [maya]
    maya.refresh_from_db()
    assert maya.deactivated_at is not None


def test_an_account_can_be_opened_again(staff_client, maya):
    staff_client.post(reverse("people:deactivate", args=[maya.pk]))
    staff_client.post(reverse("people:reactivate", args=[maya.pk]))
    maya.refresh_from_db()
    assert maya.is_active
    assert maya.deactivated_at is None
    verbs = list(events_about(str(maya.pseudonym)).values_list("verb", flat=True))
    assert verbs == ["people.reactivated", "people.deactivated"]


def test_closing_ones_own_account_says_who_alone_can_open_it_again(staff_client, staff, maya):
    own = staff_client.get(reverse("people:deactivate", args=[staff.pk])).content.decode()
    assert "Close your own account?" in own
    assert "You cannot open it again yourself" in own
    other = staff_client.get(reverse("people:deactivate", args=[maya.pk])).content.decode()
    assert "You can open the account again." in other


def test_staff_change_an_address_and_the_old_one_hears_of_it(staff_client, maya):
    old = maya.email
    staff_client.post(reverse("people:change_email", args=[maya.pk]), {"email": "New@Example.org"})
    maya.refresh_from_db()
    assert maya.email == "new@example.org"
    assert deliver_mail() == [old]
    assert events_about(str(maya.pseudonym)).filter(verb="people.email_changed").exists()


def test_an_address_in_use_is_refused_and_what_was_typed_stays(staff_client, maya):
    kim = make_person("Kim")
    page = staff_client.post(reverse("people:change_email", args=[maya.pk]), {"email": kim.email.upper()})
    assert "already uses this address" in page.content.decode()
    assert kim.email.upper() in page.content.decode()
    before = maya.email
    maya.refresh_from_db()
    assert maya.email == before
    assert Person.objects.filter(email=kim.email).count() == 1


@pytest.mark.parametrize("role", [Role.MENTEE, Role.MENTOR, Role.AMBASSADOR])
@pytest.mark.parametrize(
    "name", ["person", "deactivate", "reactivate", "change_email", "grant_role", "remove_second_factor"]
)
def test_the_pages_of_staff_are_closed_to_everybody_else(client, maya, role, name):
    sign_in(client, make_person("Kim", (role,)))
    address = reverse(f"people:{name}", args=[maya.pk])
    assert client.get(address).status_code == 403
    assert (
        client.post(address, {"role": "staff", "email": "a@example.org", "made_sure": "met"}).status_code
        == 403
    )
    maya.refresh_from_db()
    assert maya.is_active


def test_services_ask_again(maya):
    kim = make_person("Kim", (Role.AMBASSADOR,))
    for act in (services.deactivate_person, services.reactivate_person):
        with pytest.raises(PermissionDenied):
            act(by=kim, person=maya)
    with pytest.raises(PermissionDenied):
        services.change_email(by=kim, person=maya, email="x@example.org")


def test_strangers_are_led_to_the_door(client, maya):
    for address in (reverse("people:people"), reverse("people:person", args=[maya.pk])):
        assert client.get(address).url.startswith("/accounts/login/")


def test_a_person_that_does_not_exist_is_not_found(staff_client, maya):
    import uuid

    assert staff_client.get(reverse("people:person", args=[uuid.uuid4()])).status_code == 404


def test_the_last_of_staff_is_told_kindly(staff_client, staff):
    page = staff_client.post(reverse("people:deactivate", args=[staff.pk]), follow=True)
    assert "Somebody has to look after the programme" in page.content.decode()
    staff.refresh_from_db()
    assert staff.is_active


def test_a_refusal_quotes_nobody(staff, maya):
    kim = make_person("Kim")
    with pytest.raises(Refused) as refusal:
        services.change_email(by=staff, person=maya, email=kim.email)
    assert kim.email not in str(refusal.value)
