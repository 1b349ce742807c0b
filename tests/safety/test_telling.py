"""Telling a human: sealed, received once, acknowledged by a person, closed with a reason and an expiry."""

from datetime import UTC, date, datetime, timedelta
from uuid import uuid4

import pytest
import time_machine
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.utils import timezone

from tests.factories import make_person, make_programme, make_staff
from tests.factories_match import make_match
from walkalong.foundation.audit.models import AuditEvent
from walkalong.foundation.crypto.models import DataKey
from walkalong.notices.queries import unseen_of
from walkalong.people.models import Role
from walkalong.safety import queries, services
from walkalong.safety.errors import NobodyToReceive, NotKnown
from walkalong.safety.models import HumanRequest
from walkalong.safety.states import TRANSITIONS, IllegalTransition, RequestState, require_transition

pytestmark = pytest.mark.django_db
WORDS = "I can not do this any more \u200b"


@pytest.fixture
def ines():
    make_programme()
    return make_staff()


@pytest.fixture
def maya(ines):
    return make_person()


def test_staff_are_told_that_there_is_something(maya, ines):
    told = services.tell_a_human(by=maya, words=WORDS)
    assert unseen_of(ines).get().url == f"/requests/{told.pk}/"
    assert [one.pk for one in queries.requests_for(ines)] == [told.pk]
    assert services.read_request(by=ines, request=told).words == WORDS


def test_the_words_lie_sealed(maya, ines):
    told = services.tell_a_human(by=maya, words="heron", attached_words="magpie")
    services.acknowledge_request(by=ines, request=told)
    services.close_request(by=ines, request=told, reason="kingfisher")
    with connection.cursor() as cursor:
        cursor.execute("SELECT words, attached, close_reason FROM safety_humanrequest")
        stored = " ".join(cursor.fetchone())
        cursor.execute("SELECT verb, reason, detail FROM audit_auditevent")
        audited = str(cursor.fetchall())
    for word in ("heron", "magpie", "kingfisher"):
        assert word not in stored
        assert word not in audited


def test_the_same_form_twice_tells_once(maya, ines):
    form = uuid4()
    first = services.tell_a_human(by=maya, words="once", client_id=form)
    second = services.tell_a_human(by=maya, words="once", client_id=form)
    assert first.pk == second.pk
    assert unseen_of(ines).count() == 1
    assert AuditEvent.objects.filter(verb="safety.request_made").count() == 1


def test_a_message_shown_to_staff_is_a_report_and_its_words_are_opened_for_them(maya, ines):
    match = make_match(mentee=maya)
    told = services.tell_a_human(
        by=maya, words="this hurt", about=match.mentor, attached_words="what he wrote", match_id=match.pk
    )
    assert told.topic == "report"
    opened = services.read_request(by=ines, request=queries.request_for(ines, told.pk))
    assert (opened.words, opened.attached) == ("this hurt", "what he wrote")


def test_another_person_cannot_come_upon_it_with_the_same_form_id(maya, ines):
    form = uuid4()
    first = services.tell_a_human(by=maya, words="mine", client_id=form)
    other = services.tell_a_human(by=make_person("Jonas"), words="theirs", client_id=form)
    assert first.pk != other.pk


def test_it_can_be_about_somebody_they_know_and_nobody_else(maya, ines):
    match = make_match(mentee=maya)
    stranger = make_person("Theo", (Role.MENTOR,))
    for known in (match.mentor, match.ambassador, ines):
        other_staff = make_staff("Ben") if known == ines else None
        assert services.tell_a_human(by=maya, words="", about=known)
        assert other_staff is None or unseen_of(other_staff).exists()
    for unknown in (stranger, maya):
        with pytest.raises(NotKnown):
            services.tell_a_human(by=maya, words="", about=unknown)


def test_after_contact_was_stopped_one_can_still_tell_about_the_other(maya, ines):
    match = make_match(mentee=maya)
    match.state, match.ended_at = "ended", datetime(2026, 1, 1, tzinfo=UTC)
    match.save()
    assert services.tell_a_human(by=maya, words="", about=match.mentor).about_person == match.mentor


def test_a_match_gives_context_only_to_those_in_it(maya, ines):
    mine, other = make_match(mentee=maya), make_match()
    assert services.tell_a_human(by=maya, words="", match_id=mine.pk).match_id == mine.pk
    assert services.tell_a_human(by=maya, words="", match_id=other.pk).match_id is None


def test_without_anybody_to_get_it_nothing_is_pretended(db):
    maya = make_person()
    with pytest.raises(NobodyToReceive):
        services.tell_a_human(by=maya, words="hello?")
    assert not HumanRequest.objects.exists()


def test_the_sender_hears_that_a_human_has_it(maya, ines):
    told = services.tell_a_human(by=maya, words=WORDS)
    services.acknowledge_request(by=ines, request=told)
    assert unseen_of(maya).get().url == f"/help/person/{told.pk}/"
    told = queries.own_request(maya, told.pk)
    assert (told.state, told.acknowledged_by) == (RequestState.TAKEN, ines)


def test_pressing_twice_changes_nothing_and_a_colleague_takes_over(maya, ines):
    ben = make_staff("Ben")
    told = services.tell_a_human(by=maya, words=WORDS)
    first = services.acknowledge_request(by=ines, request=told).acknowledged_at
    assert services.acknowledge_request(by=ines, request=told).acknowledged_at == first
    assert services.acknowledge_request(by=ben, request=told).acknowledged_by == ben
    assert AuditEvent.objects.filter(verb="safety.request_taken").count() == 2


@pytest.mark.parametrize("role", [Role.MENTEE, Role.MENTOR, Role.AMBASSADOR])
def test_nobody_but_staff_handles_it(maya, ines, role):
    told = services.tell_a_human(by=maya, words=WORDS)
    person = make_person("Sam", (role,))
    assert not queries.requests_for(person).exists()
    for act in (
        lambda: services.read_request(by=person, request=told),
        lambda: services.acknowledge_request(by=person, request=told),
        lambda: services.close_request(by=person, request=told, reason="no"),
    ):
        with pytest.raises(PermissionDenied):
            act()


def test_staff_who_tell_something_do_not_handle_it_themselves(ines):
    ben = make_staff("Ben")
    told = services.tell_a_human(by=ines, words=WORDS)
    assert not queries.requests_for(ines).exists()
    assert queries.requests_for(ben).exists()
    with pytest.raises(PermissionDenied):
        services.acknowledge_request(by=ines, request=told)


def test_each_reading_is_written_down_about_the_sender(maya, ines):
    told = services.tell_a_human(by=maya, words=WORDS)
    services.read_request(by=ines, request=told)
    services.read_request(by=ines, request=told)
    read = AuditEvent.objects.filter(verb="safety.request_read")
    assert read.count() == 2
    assert {(event.actor, event.about) for event in read} == {(str(ines.pseudonym), str(maya.pseudonym))}


def test_it_is_closed_with_a_reason_and_an_expiry_of_six_years(maya, ines):
    with time_machine.travel(datetime(2024, 2, 29, 12, tzinfo=UTC)):
        told = services.tell_a_human(by=maya, words=WORDS)
        services.acknowledge_request(by=ines, request=told)
        closed = services.close_request(by=ines, request=told, reason="We talked.")
    assert closed.keep_until == date(2030, 2, 28)
    assert services.read_request(by=ines, request=closed).close_reason == "We talked."


@pytest.mark.parametrize(("reason", "days"), [("  ", 5), ("done", -2), ("done", 366 * 7)])
def test_no_record_without_a_reason_or_with_another_expiry_than_allowed(maya, ines, reason, days):
    told = services.tell_a_human(by=maya, words=WORDS)
    services.acknowledge_request(by=ines, request=told)
    with pytest.raises(ValueError, match="reason and an expiry"):
        services.close_request(
            by=ines, request=told, reason=reason, keep_until=timezone.localdate() + timedelta(days=days)
        )


def test_when_its_time_is_over_row_and_key_are_gone(maya, ines):
    with time_machine.travel(datetime(2026, 3, 1, tzinfo=UTC)) as clock:
        told = services.tell_a_human(by=maya, words=WORDS)
        kept = services.tell_a_human(by=maya, words="still open")
        services.acknowledge_request(by=ines, request=told)
        services.close_request(by=ines, request=told, reason="done", keep_until=date(2026, 3, 10))
        clock.shift(timedelta(days=9))
        assert services.erase_expired_requests() == 0
        clock.shift(timedelta(days=1))
        assert services.erase_expired_requests() == 1
        assert services.erase_expired_requests() == 0
    assert [one.pk for one in HumanRequest.objects.all()] == [kept.pk]
    assert not DataKey.objects.filter(scope=told.words_scope).exists()
    assert DataKey.objects.filter(scope=kept.words_scope).exists()
    assert AuditEvent.objects.filter(verb="safety.request_erased", subject=str(told.pk)).exists()


@pytest.mark.parametrize("current", RequestState)
@pytest.mark.parametrize("wanted", RequestState)
def test_only_the_table_says_what_may_follow(current, wanted):
    if wanted in TRANSITIONS[current]:
        require_transition(current, wanted)
    else:
        with pytest.raises(IllegalTransition):
            require_transition(current, wanted)


def test_what_nobody_has_cannot_be_closed_and_what_is_closed_not_taken(maya, ines):
    told = services.tell_a_human(by=maya, words=WORDS)
    with pytest.raises(IllegalTransition):
        services.close_request(by=ines, request=told, reason="done")
    services.acknowledge_request(by=ines, request=told)
    services.close_request(by=ines, request=told, reason="done")
    with pytest.raises(IllegalTransition):
        services.acknowledge_request(by=make_staff("Ben"), request=told)
