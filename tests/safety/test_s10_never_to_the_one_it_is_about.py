"""S10: a person complained of is neither notified nor able to see it, whatever their role."""

import re

import pytest
from django.core import mail
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from tests.factories import make_person, make_programme, make_staff, sign_in
from tests.factories_match import make_match
from walkalong.foundation.audit.models import AuditEvent
from walkalong.foundation.audit.queries import events_about
from walkalong.notices import mailing
from walkalong.notices.models import Notice
from walkalong.people.models import Role, RoleGrant
from walkalong.safety import queries, services
from walkalong.safety.errors import NobodyToReceive

pytestmark = pytest.mark.django_db


def without_token(answer):
    return re.sub(rb'name="csrfmiddlewaretoken" value="\w+"', b"", answer.content)


@pytest.fixture
def match():
    make_programme()
    return make_match()


@pytest.fixture
def named(match):
    """Somebody who is the match's ambassador and staff at once, beside Ines."""
    RoleGrant.objects.create(person=match.ambassador, role=Role.STAFF)
    make_staff("Ines")
    return match.ambassador


@pytest.fixture
def told(match, named):
    return services.tell_a_human(by=match.mentee, words="about Sam", about=named)


def test_they_get_no_notice_and_no_email(told, named, settings):
    settings.MAIL_CONFIGURED = True
    services.tell_a_human(by=told.from_person, words="again", about=named)
    assert not Notice.objects.filter(person=named).exists()
    mailing.send_what_is_due()
    assert named.email not in [address for message in mail.outbox for address in message.to]
    assert mail.outbox


def test_it_is_not_in_their_list_nor_does_their_badge_light(told, named):
    assert told not in queries.requests_for(named)
    assert not queries.something_waits(named)


def test_its_page_is_to_them_as_one_that_does_not_exist(client, told, named):
    sign_in(client, named)
    gone = "00000000-0000-7000-8000-000000000000"
    for name in ("safety:request", "safety:take_request", "safety:close_request"):
        send = client.get if name == "safety:request" else client.post
        theirs, missing = (send(reverse(name, args=[pk])) for pk in (told.pk, gone))
        assert theirs.status_code == missing.status_code == 404
        assert without_token(theirs) == without_token(missing)


def test_the_services_refuse_them_too(told, named):
    for act in (services.read_request, services.acknowledge_request):
        with pytest.raises(PermissionDenied):
            act(by=named, request=told)
    with pytest.raises(PermissionDenied):
        services.close_request(by=named, request=told, reason="nothing")


def test_their_own_record_of_entries_shows_nothing_of_it(told, named):
    other_staff = queries.who_receives(about=named).get()
    services.acknowledge_request(by=other_staff, request=told)
    assert not events_about(str(named.pseudonym)).exists()
    everything = str(list(AuditEvent.objects.values("actor", "subject", "about", "reason", "detail")))
    assert str(named.pseudonym) not in everything
    assert str(named.pk) not in everything


def test_becoming_staff_afterwards_opens_nothing(match):
    make_staff("Ines")
    told = services.tell_a_human(by=match.mentee, words="about Jonas", about=match.mentor)
    RoleGrant.objects.create(person=match.mentor, role=Role.STAFF)
    assert told not in queries.requests_for(match.mentor)


def test_when_all_staff_are_named_it_goes_to_none_of_them(match):
    only = make_staff("Ines")
    with pytest.raises(NobodyToReceive):
        services.tell_a_human(by=match.mentee, words="", about=only)
    assert not Notice.objects.exists()


def test_and_the_page_says_whom_else_to_reach_before_anything_is_typed(client, match):
    only = make_staff("Ines")
    sign_in(client, match.mentee)
    page = client.get("/help/person/", {"about": str(only.pk)}).content.decode()
    assert "<textarea" not in page
    assert "hello@lantern.example" in page


def test_the_page_names_the_receivers_without_them(client, match, named):
    sign_in(client, match.mentee)
    page = client.get("/help/person/", {"about": str(named.pk)}).content.decode()
    receivers = page[page.index('id="who"') : page.index('<form class="form"')]
    assert "Ines" in receivers
    assert "Staff of the programme: <strong>Ines</strong>" in receivers


def test_other_requests_stay_visible_to_them(match, named):
    about_nobody = services.tell_a_human(by=match.mentor, words="hello")
    assert about_nobody in queries.requests_for(named)


def test_people_with_no_part_in_it_never_see_it(client, told):
    outsider = make_person("Theo", (Role.MENTOR,))
    sign_in(client, outsider)
    assert client.get(reverse("safety:request", args=[told.pk])).status_code == 403
    assert client.get(reverse("safety:my_request", args=[told.pk])).status_code == 404
