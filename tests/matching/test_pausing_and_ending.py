from datetime import timedelta

import pytest
import time_machine
from django.db import connection
from django.http import Http404
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from tests.factories import make_person, make_staff
from tests.factories_match import make_match
from walkalong.foundation import realtime
from walkalong.foundation.audit.models import AuditEvent
from walkalong.matching import services, signals
from walkalong.matching.models import Match
from walkalong.matching.queries import matches_of, open_pauses
from walkalong.matching.rules import may_read_pair, may_write_pair
from walkalong.matching.states import IllegalTransition
from walkalong.notices.models import Notice
from walkalong.people import services as people
from walkalong.people.models import Person, Role

pytestmark = pytest.mark.django_db
ACTS = [services.pause_match, services.resume_match, services.leave_match, services.stop_contact]


def fresh(match):
    return matches_of(match.mentee)[0]


@pytest.fixture
def cut(monkeypatch):
    """Whose live sockets were closed, and which topics were told."""
    seen = {"dropped": [], "told": []}
    monkeypatch.setattr(realtime, "drop", lambda *, person_id: seen["dropped"].append(person_id))
    monkeypatch.setattr(realtime, "publish", lambda topic, event: seen["told"].append(topic))
    return seen


@pytest.mark.parametrize("side", ["mentee", "mentor"])
def test_a_pause_rests_the_match_for_both_at_once(side: str, cut) -> None:
    match = make_match()
    services.pause_match(by=getattr(match, side), match=match)
    match = fresh(match)
    assert match.state == "paused"
    assert not may_write_pair(match.mentee, match)
    assert not may_write_pair(match.mentor, match)
    assert may_read_pair(match.mentee, match)
    assert set(cut["dropped"]) == {match.mentee_id, match.mentor_id}
    assert cut["told"] == [f"match:{match.id}"]


def test_each_lifts_only_the_own_pause_and_the_match_waits_for_both() -> None:
    match = make_match()
    services.pause_match(by=match.mentee, match=match)
    services.resume_match(by=match.mentor, match=match)
    assert fresh(match).state == "paused"
    services.pause_match(by=match.mentor, match=match)
    services.resume_match(by=match.mentee, match=match)
    match = fresh(match)
    assert [pause.by for pause in open_pauses(match)] == [match.mentor]
    services.resume_match(by=match.mentor, match=match)
    match = fresh(match)
    assert match.state == "active"
    assert may_write_pair(match.mentee, match)


def test_a_pause_pressed_twice_is_one() -> None:
    match = make_match()
    services.pause_match(by=match.mentee, match=match)
    services.pause_match(by=match.mentee, match=match)
    assert match.pauses.count() == 1
    assert AuditEvent.objects.filter(verb="matching.paused").count() == 2  # one about each of the two


def test_coming_back_tells_the_other_side_only() -> None:
    match = make_match()
    services.pause_match(by=match.mentee, match=match)
    services.resume_match(by=match.mentee, match=match)
    told = Notice.objects.filter(kind="matching.resumed")
    assert [notice.person_id for notice in told] == [match.mentor_id]


@pytest.mark.parametrize("end", [services.leave_match, services.stop_contact])
@pytest.mark.parametrize("side", ["mentee", "mentor"])
def test_leaving_and_stopping_end_it_at_once(side: str, end, cut) -> None:
    match = make_match()
    services.pause_match(by=match.mentee, match=match)
    end(by=getattr(match, side), match=match)
    match = fresh(match)
    assert match.state == "ended"
    assert match.ended_by == getattr(match, side)
    assert not match.pauses.filter(until=None).exists()
    assert not may_write_pair(match.mentee, match)
    assert {match.mentee_id, match.mentor_id} <= set(cut["dropped"])


@pytest.mark.parametrize("end", [services.leave_match, services.stop_contact])
def test_ended_twice_is_ended_once(end) -> None:
    match = make_match()
    end(by=match.mentee, match=match)
    first = fresh(match).ended_at
    end(by=match.mentor, match=match)
    assert fresh(match).ended_at == first
    assert Notice.objects.filter(kind="matching.ended").count() == 1


def with_nobody_to_look_after_them(**people):
    match = make_match(**people)
    Match.objects.filter(pk=match.pk).update(ambassador=None)
    return Match.objects.get(pk=match.pk)


def told_at_their_desk() -> set[tuple[str, str, str]]:
    found = Notice.objects.filter(kind__in=["matching.needs_you", "matching.needs_somebody"])
    return {(notice.person.display_name, notice.kind, notice.url) for notice in found}


def leave(match) -> None:
    services.leave_match(by=match.mentee, match=match)


def stop(match) -> None:
    services.stop_contact(by=match.mentee, match=match)


def close_the_account(match) -> None:
    people.deactivate_person(by=make_staff("Una"), person=match.mentee)


ENDINGS = [leave, stop, close_the_account]


@pytest.mark.parametrize("end", ENDINGS)
def test_the_ambassador_alone_hears_that_a_walk_they_look_after_has_ended(end) -> None:
    make_staff("Ines")
    end(make_match())
    assert told_at_their_desk() == {("Sam", "matching.needs_you", reverse("care:desk"))}


@pytest.mark.parametrize("end", ENDINGS)
def test_staff_outside_the_two_hear_that_a_walk_nobody_looks_after_has_ended(end) -> None:
    make_staff("Ines"), make_staff("Una")
    gone = make_staff("Dana")
    Person.objects.filter(pk=gone.pk).update(is_active=False)
    both = make_person("Jonas", (Role.MENTOR, Role.STAFF))
    end(with_nobody_to_look_after_them(mentor=both))
    place = reverse("care:staff")
    needs = "matching.needs_somebody"
    assert told_at_their_desk() == {("Ines", needs, place), ("Una", needs, place)}


@pytest.mark.parametrize("gone", ["account", "role"])
def test_an_ambassador_who_cannot_open_their_desk_any_more_is_nobody(gone: str) -> None:
    make_staff("Ines")
    match = make_match()
    if gone == "account":
        Person.objects.filter(pk=match.ambassador_id).update(is_active=False)
    else:
        match.ambassador.role_grants.update(ended_at=timezone.now())
    leave(match)
    assert [who for who, _kind, _url in told_at_their_desk()] == ["Ines"]


def test_what_staff_are_told_says_neither_who_ended_it_nor_why() -> None:
    def told(end) -> list[tuple[str, str, str]]:
        Notice.objects.all().delete()
        end(with_nobody_to_look_after_them())
        return list(Notice.objects.filter(person=ines).values_list("kind", "url", "mail"))

    ines = make_staff("Ines")
    make_staff("Una")
    assert told(leave) == told(stop) == told(close_the_account) != []


def test_without_an_ambassador_leaving_asks_the_database_as_often_as_stopping() -> None:
    def asked(end) -> int:
        match = with_nobody_to_look_after_them()
        with CaptureQueriesContext(connection) as queries:
            end(match)
        return len(queries)

    make_staff("Ines")
    asked(leave)
    assert asked(leave) == asked(stop)


@pytest.mark.parametrize("make", [make_match, with_nobody_to_look_after_them])
def test_what_the_other_side_gets_is_the_same_for_leaving_and_for_stopping(make) -> None:
    make_staff()

    def traces(end) -> tuple[object, ...]:
        match = make()
        end(by=match.mentee, match=match)
        notices = Notice.objects.filter(person=match.mentor).values_list("kind", "mail")
        entries = AuditEvent.objects.filter(about=str(match.mentor.pseudonym))
        return list(notices), [(entry.verb, entry.reason, entry.detail) for entry in entries]

    assert traces(services.leave_match) == traces(services.stop_contact)


def test_stopping_after_the_other_left_still_reaches_the_desks() -> None:
    match = make_match()
    services.leave_match(by=match.mentor, match=match)
    services.stop_contact(by=match.mentee, match=match)
    assert fresh(match).end_kind == "stopped"


@pytest.mark.parametrize("act", ACTS)
@pytest.mark.parametrize("who", ["ambassador", "staff", "stranger"])
def test_nobody_but_the_two_acts_for_them(who: str, act) -> None:
    match = make_match()
    others = {"ambassador": match.ambassador, "staff": make_staff(), "stranger": make_person("Noor")}
    with pytest.raises(Http404):
        act(by=others[who], match=match)
    assert fresh(match).state == "active"


@pytest.mark.parametrize("act", [services.pause_match, services.resume_match])
def test_an_ended_match_neither_rests_nor_comes_back(act) -> None:
    match = make_match()
    services.leave_match(by=match.mentee, match=match)
    with pytest.raises(IllegalTransition):
        act(by=match.mentee, match=match)


def test_both_read_for_the_kept_days_and_not_longer(settings) -> None:
    match = make_match()
    services.leave_match(by=match.mentee, match=match)
    match = fresh(match)
    assert may_read_pair(match.mentee, match)
    assert may_read_pair(match.mentor, match)
    with time_machine.travel(timezone.now() + timedelta(days=settings.ENDED_MATCH_KEPT_DAYS, seconds=1)):
        assert not may_read_pair(match.mentee, match)


def test_writing_needs_an_agreement_of_the_writer() -> None:
    match = make_match(mentor=make_person("Jonas", (Role.MENTOR,), agreed=False))
    assert may_write_pair(match.mentee, match)
    assert not may_write_pair(match.mentor, match)


def test_rooms_above_hear_of_every_change() -> None:
    heard = []
    receivers = {
        name: (lambda sender, match, _name=name, **kwargs: heard.append(_name))
        for name in ("match_paused", "match_resumed", "match_closed")
    }
    for name, receiver in receivers.items():
        getattr(signals, name).connect(receiver)
    try:
        match = make_match()
        services.pause_match(by=match.mentee, match=match)
        services.resume_match(by=match.mentee, match=match)
        services.leave_match(by=match.mentee, match=match)
    finally:
        for name, receiver in receivers.items():
            getattr(signals, name).disconnect(receiver)
    assert heard == ["match_paused", "match_resumed", "match_closed"]
