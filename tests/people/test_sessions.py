import pytest
from allauth.usersessions.models import UserSession
from django.core.exceptions import PermissionDenied
from django.test import Client
from django.urls import reverse

from tests.factories import make_person
from walkalong.foundation import realtime
from walkalong.people import devices, services

pytestmark = pytest.mark.django_db
BACKEND = "walkalong.people.backend.PersonBackend"


def signed_in(person, agent):
    client = Client(headers={"user-agent": agent})
    client.force_login(person, backend=BACKEND)
    UserSession.objects.create(
        user=person, session_key=client.session.session_key, ip="127.0.0.1", user_agent=agent
    )
    return client


def open_for(client):
    return client.get(reverse("people:profile")).status_code == 200


@pytest.fixture
def drops(monkeypatch):
    seen = []
    monkeypatch.setattr(realtime, "drop", lambda **what: seen.append(what))
    return seen


def test_a_person_sees_and_ends_their_sessions(maya, drops):
    phone, library = signed_in(maya, "phone"), signed_in(maya, "library computer")
    page = phone.get(reverse("people:sessions")).content.decode()
    theirs = UserSession.objects.get(user_agent="library computer")
    assert "Here" in page
    assert reverse("people:end_session", args=[theirs.pk]) in page
    assert open_for(library)
    phone.post(reverse("people:end_session", args=[theirs.pk]))
    assert not open_for(library)
    assert open_for(phone)
    assert drops == [{"session_key": theirs.session_key}]


def test_everything_else_at_once(maya, drops):
    phone, library, tablet = (signed_in(maya, name) for name in ("phone", "library", "tablet"))
    phone.post(reverse("people:sessions"))
    assert open_for(phone)
    assert not open_for(library)
    assert not open_for(tablet)


def test_allauths_own_address_leads_to_the_same_page(maya):
    phone = signed_in(maya, "phone")
    assert phone.get("/accounts/sessions/").status_code == 200


def test_somebody_elses_session_does_not_exist(maya):
    kim = make_person("Kim")
    signed_in(kim, "kims")
    theirs = UserSession.objects.get(user=kim)
    phone = signed_in(maya, "phone")
    assert phone.post(reverse("people:end_session", args=[theirs.pk])).status_code == 404
    assert phone.post(reverse("people:end_session", args=[10**9])).status_code == 404
    assert UserSession.objects.filter(pk=theirs.pk).exists()


def test_staff_sign_somebody_out_also_where_no_list_knows_it(staff_client, maya, drops):
    unlisted = Client()
    unlisted.force_login(maya, backend=BACKEND)
    assert open_for(unlisted)
    staff_client.post(reverse("people:sign_out_everywhere", args=[maya.pk]))
    assert not open_for(unlisted)
    assert {"person_id": maya.pk} in drops


def test_nobody_signs_out_others(maya, client):
    kim = make_person("Kim")
    client.force_login(maya, backend=BACKEND)
    assert client.post(reverse("people:sign_out_everywhere", args=[kim.pk])).status_code == 403
    with pytest.raises(PermissionDenied):
        services.end_all_sessions(by=maya, person=kim)


@pytest.mark.parametrize(
    ("user_agent", "said"),
    [
        ("Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18 Safari/604", "Safari on iPhone"),
        ("Mozilla/5.0 (Linux; Android 15; Pixel) Chrome/130.0 Mobile Safari/537.36", "Chrome on Android"),
        ("Mozilla/5.0 (Windows NT 10.0) AppleWebKit Chrome/130 Safari/537 Edg/130", "Edge on Windows"),
        ("Mozilla/5.0 (X11; Linux x86_64; rv:131.0) Gecko Firefox/131.0", "Firefox on Linux"),
        ("curl/8", "A device that does not say what it is"),
        ("", "A device that does not say what it is"),
    ],
)
def test_devices_are_named_in_plain_words(user_agent, said):
    assert devices.plain_name(user_agent) == said


def test_signing_out_closes_the_live_sockets_of_that_session_at_once(maya, drops):
    phone, tablet = signed_in(maya, "phone"), signed_in(maya, "tablet")
    key = phone.session.session_key
    phone.post(reverse("account_logout"))
    assert drops == [{"session_key": key}]
    assert open_for(tablet)
