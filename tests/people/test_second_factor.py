import time
from uuid import uuid4

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from allauth.usersessions.models import UserSession
from django.core.exceptions import PermissionDenied
from django.test import Client
from django.urls import reverse

from tests.factories import give_second_factor, make_person, make_staff, sign_in
from tests.foundation.realtime.conftest import session_for
from tests.people.mailbox import deliver_mail
from walkalong.foundation.audit.queries import events_about
from walkalong.foundation.realtime import looking
from walkalong.foundation.realtime.looking import Ask
from walkalong.people import record, second_factor, services
from walkalong.people.errors import Refused
from walkalong.people.models import MadeSure, Role
from walkalong.safety.models import HumanRequest
from walkalong.safety.services import tell_a_human

pytestmark = pytest.mark.django_db
BACKEND = "walkalong.people.backend.PersonBackend"


@pytest.fixture
def bare_staff(client):
    """Staff who have signed in and have no second factor yet."""
    ines = make_person("Ines", (Role.STAFF,))
    client.force_login(ines, backend=BACKEND)
    return ines


@pytest.mark.parametrize(
    "name", ["people:people", "people:profile", "people:invite", "home:home", "account_email"]
)
def test_staff_without_a_second_factor_see_nothing_before_they_set_it_up(client, bare_staff, name):
    assert client.get(reverse(name)).url == reverse("people:second_factor")
    assert client.post(reverse(name)).url == reverse("people:second_factor")


@pytest.mark.parametrize(
    "name",
    [
        "people:second_factor",
        "safety:help_card",
        "safety:tell_a_human",
        "mfa_activate_totp",
        "account_logout",
    ],
)
def test_help_signing_out_and_the_set_up_itself_stay_in_reach(client, bare_staff, name):
    assert client.get(reverse(name)).status_code == 200


def test_staff_without_one_can_still_talk_to_a_person(client, bare_staff):
    """Who cannot get in may need somebody just then; they see their own request and nobody else's."""
    make_staff("Ben")
    told = client.post(
        reverse("safety:tell_a_human"), {"words": "I lost my phone.", "client_id": str(uuid4())}
    )
    assert told.status_code == 302
    assert client.get(told.url).status_code == 200
    assert "I lost my phone." in [request.words for request in HumanRequest.objects.all()]
    somebody_elses = tell_a_human(by=make_person("Kim"), words="please call")
    assert client.get(reverse("safety:my_request", args=[somebody_elses.pk])).status_code == 404
    assert client.get(reverse("safety:requests")).url == reverse("people:second_factor")


def test_recovery_codes_alone_are_no_second_factor(client, bare_staff):
    Authenticator.objects.create(user=bare_staff, type=Authenticator.Type.RECOVERY_CODES, data={"seed": "x"})
    assert client.get(reverse("people:people")).status_code == 302


def test_no_live_socket_opens_before_it_is_set_up(bare_staff):
    """Somebody on staff may also walk with a mentee: what is live there waits for the second factor too."""
    kim = make_person("Kim", (Role.MENTOR, Role.STAFF))
    assert looking.welcome(session_for(kim)).ended
    assert looking.answer_all([Ask(session_for(kim), kim, {}, {}, wholly=True)])[0].ended
    give_second_factor(kim)
    assert not looking.welcome(session_for(kim)).ended
    assert not looking.welcome(session_for(make_person("Lee", (Role.MENTOR,)))).ended


@pytest.mark.parametrize("role", [Role.MENTEE, Role.MENTOR, Role.AMBASSADOR])
def test_others_are_free_to_have_none(client, role):
    client.force_login(make_person("Kim", (role,)), backend=BACKEND)
    assert client.get(reverse("people:profile")).status_code == 200


def test_a_mentor_who_becomes_staff_sets_it_up_first(client, staff):
    kim = make_person("Kim", (Role.MENTOR,))
    client.force_login(kim, backend=BACKEND)
    services.grant_role(by=staff, person=kim, role=Role.STAFF)
    assert client.get(reverse("people:profile")).url == reverse("people:second_factor")


def test_setting_it_up_opens_the_product_and_ends_older_sessions(
    client, bare_staff, django_capture_on_commit_callbacks
):
    older = Client()
    older.force_login(bare_staff, backend=BACKEND)
    UserSession.objects.create(
        user=bare_staff, session_key=older.session.session_key, ip="127.0.0.1", user_agent="old"
    )
    page = client.get(reverse("mfa_activate_totp"))
    code = format_hotp_value(hotp_value(page.context["form"].secret, int(time.time()) // 30))
    with django_capture_on_commit_callbacks(execute=True):
        client.post(reverse("mfa_activate_totp"), {"code": code})
    assert second_factor.is_set_up(bare_staff)
    assert client.get(reverse("people:people")).status_code == 200
    assert older.get(reverse("people:second_factor")).url.startswith("/accounts/login/")
    assert events_about(str(bare_staff.pseudonym)).filter(verb="people.second_factor_set_up").exists()


def test_a_lost_second_factor_is_removed_once_staff_made_sure_and_signs_out(staff_client, staff):
    ben = make_staff("Ben")
    theirs = sign_in(Client(), ben)
    assert theirs.get(reverse("people:people")).status_code == 200
    page = reverse("people:remove_second_factor", args=[ben.pk])
    assert staff_client.post(page, {"made_sure": "called"}).status_code == 302
    assert not Authenticator.objects.filter(user=ben).exists()
    assert theirs.get(reverse("people:people")).url.startswith("/accounts/login/")
    assert deliver_mail() == [ben.email]
    event = events_about(str(ben.pseudonym)).get(verb="people.second_factor_removed")
    assert event.detail == {"made_sure": "called"}
    assert event.actor == str(staff.pseudonym)
    (line,) = record.lines([event], reader=ben, names={})
    assert "called you on a number the programme already had" in line.words


@pytest.mark.parametrize("made_sure", ["", "   ", "guessed", "met\x00"])
def test_staff_say_how_they_made_sure_who_asks(staff_client, maya, made_sure):
    give_second_factor(maya)
    page = staff_client.post(reverse("people:remove_second_factor", args=[maya.pk]), {"made_sure": made_sure})
    assert page.context["form"].errors["made_sure"]
    assert second_factor.is_set_up(maya)


def test_nobody_takes_their_own_second_factor_away_this_way(staff):
    with pytest.raises(Refused):
        services.remove_second_factor(by=staff, person=staff, made_sure=MadeSure.MET)
    assert second_factor.is_set_up(staff)


@pytest.mark.parametrize("role", [Role.MENTEE, Role.MENTOR, Role.AMBASSADOR])
def test_only_staff_may(client, staff, role):
    kim = make_person("Kim", (role,))
    sign_in(client, kim)
    page = reverse("people:remove_second_factor", args=[staff.pk])
    assert client.post(page, {"made_sure": "met"}).status_code == 403
    with pytest.raises(PermissionDenied):
        services.remove_second_factor(by=kim, person=staff, made_sure=MadeSure.MET)
