import threading
from datetime import timedelta

import pytest
import time_machine
from django.core.exceptions import PermissionDenied
from django.db import connection, transaction
from django.db.utils import IntegrityError
from django.http import Http404
from django.utils import timezone

from tests.factories import make_person, make_staff
from tests.factories_match import make_match
from walkalong.foundation.audit.models import AuditEvent
from walkalong.matching import services
from walkalong.matching.errors import CannotJoin
from walkalong.matching.models import Match
from walkalong.matching.states import EndKind
from walkalong.notices.models import Notice
from walkalong.people.models import Role

pytestmark = pytest.mark.django_db


def join(**changes):
    choices = {
        "by": changes.pop("by", None) or make_staff(),
        "mentee": changes.pop("mentee", None) or make_person("Maya", (Role.MENTEE,)),
        "mentor": changes.pop("mentor", None) or make_person("Jonas", (Role.MENTOR,)),
        "ambassador": changes.pop("ambassador", None),
        "started_on": timezone.now().date(),
    } | changes
    return services.join_by_hand(**choices)


def refused_field(**changes) -> str:
    with pytest.raises(CannotJoin) as refused:
        join(**changes)
    assert str(refused.value.message)
    return refused.value.field


def test_joining_makes_an_active_match_and_tells_all_three_and_the_audit() -> None:
    ambassador = make_person("Sam", (Role.AMBASSADOR,))
    match = join(ambassador=ambassador)
    assert match.state == "active"
    told = {notice.person_id for notice in Notice.objects.all()}
    assert told == {match.mentee_id, match.mentor_id, ambassador.pk}
    entries = AuditEvent.objects.filter(verb="matching.joined")
    assert {entry.about for entry in entries} == {str(match.mentee.pseudonym), str(match.mentor.pseudonym)}


def test_pressed_twice_makes_one() -> None:
    staff, mentee, mentor = make_staff(), make_person("Maya"), make_person("Jonas", (Role.MENTOR,))
    first = join(by=staff, mentee=mentee, mentor=mentor)
    assert join(by=staff, mentee=mentee, mentor=mentor) == first
    assert Match.objects.count() == 1
    assert Notice.objects.count() == 2


def test_only_staff_join_people() -> None:
    for role in (Role.MENTEE, Role.MENTOR, Role.AMBASSADOR):
        with pytest.raises(PermissionDenied):
            join(by=make_person("Somebody", (role,)))


def test_a_mentee_walks_with_one_mentor_at_a_time() -> None:
    mentee = make_person("Maya")
    join(mentee=mentee)
    assert refused_field(mentee=mentee) == "mentee"


def test_a_mentor_walks_with_three_at_most_and_an_ended_walk_makes_room() -> None:
    mentor = make_person("Jonas", (Role.MENTOR,))
    matches = [join(mentor=mentor) for _ in range(3)]
    assert refused_field(mentor=mentor) == "mentor"
    services.close_match(by=None, match=matches[0], kind=EndKind.MOVED_ON)
    assert join(mentor=mentor).mentor == mentor


def test_everybody_needs_the_right_role() -> None:
    assert refused_field(mentee=make_person("Jonas", (Role.MENTOR,))) == "mentee"
    assert refused_field(mentor=make_person("Maya", (Role.MENTEE,))) == "mentor"
    assert refused_field(ambassador=make_person("Maya", (Role.MENTEE,))) == "ambassador"


def test_a_choice_that_is_stale_is_refused_with_a_reason() -> None:
    mentee, mentor = make_person("Maya"), make_person("Jonas", (Role.MENTOR,))
    type(mentee).objects.filter(pk=mentee.pk).update(is_active=False)
    assert refused_field(mentee=mentee) == "mentee"
    type(mentor).objects.filter(pk=mentor.pk).update(is_active=False)
    assert refused_field(mentor=mentor) == "mentor"


def test_nobody_looks_after_themselves() -> None:
    both = make_person("Jonas", (Role.MENTOR, Role.AMBASSADOR))
    assert refused_field(mentor=both, ambassador=both) == "ambassador"
    match = make_match()
    with pytest.raises(IntegrityError), transaction.atomic():
        Match.objects.filter(pk=match.pk).update(ambassador=match.mentor)


def test_one_person_cannot_be_both_sides() -> None:
    both = make_person("Jonas", (Role.MENTOR, Role.MENTEE))
    assert refused_field(mentee=both, mentor=both) == "mentor"


@pytest.mark.parametrize("days", [-400, 3])
def test_the_first_day_is_today_or_within_the_last_year(days: int) -> None:
    assert refused_field(started_on=timezone.now().date() + timedelta(days=days)) == "started_on"


def test_staff_change_the_ambassador_and_all_are_told() -> None:
    match, staff, newcomer = make_match(), make_staff(), make_person("Nia", (Role.AMBASSADOR,))
    services.change_ambassador(by=staff, match=match, ambassador=newcomer)
    services.change_ambassador(by=staff, match=match, ambassador=newcomer)
    match.refresh_from_db()
    assert match.ambassador == newcomer
    assert Notice.objects.count() == 3
    with pytest.raises(CannotJoin):
        services.change_ambassador(by=staff, match=match, ambassador=match.mentee)
    with pytest.raises(PermissionDenied):
        services.change_ambassador(by=match.mentee, match=match, ambassador=None)


@pytest.mark.parametrize("end", [services.leave_match, services.stop_contact])
def test_staff_find_somebody_for_a_walk_that_has_just_ended_and_each_hears_of_it(end) -> None:
    match, nia = make_match(), make_person("Nia", (Role.AMBASSADOR,))
    end(by=match.mentee, match=match)
    Notice.objects.all().delete()
    services.change_ambassador(by=make_staff(), match=match, ambassador=nia)
    match.refresh_from_db()
    assert (match.ambassador, match.state) == (nia, "ended")
    told = {(notice.person, notice.kind) for notice in Notice.objects.select_related("person")}
    after = "matching.ambassador_after"
    assert told == {(match.mentee, after), (match.mentor, after), (nia, "matching.needs_you")}


def test_one_of_the_two_finds_nobody_for_their_own_ended_walk_though_they_are_staff() -> None:
    both = make_person("Jonas", (Role.MENTOR, Role.STAFF))
    match, nia = make_match(mentor=both), make_person("Nia", (Role.AMBASSADOR,))
    services.change_ambassador(by=both, match=match, ambassador=nia)
    services.leave_match(by=match.mentee, match=match)
    with pytest.raises(Http404):
        services.change_ambassador(by=both, match=match, ambassador=match.ambassador)
    with pytest.raises(PermissionDenied):
        services.change_ambassador(by=match.mentee, match=match, ambassador=nia)


def test_a_walk_that_ended_long_ago_is_left_in_peace() -> None:
    match, staff, nia = make_match(), make_staff(), make_person("Nia", (Role.AMBASSADOR,))
    services.leave_match(by=match.mentee, match=match)
    with time_machine.travel(timezone.now() + timedelta(days=61)), pytest.raises(Http404):
        services.change_ambassador(by=staff, match=match, ambassador=nia)


@pytest.mark.django_db(transaction=True)
def test_two_members_of_staff_at_once_cannot_give_a_mentor_a_fourth_mentee() -> None:
    mentor = make_person("Jonas", (Role.MENTOR,))
    staff = make_staff()
    for _ in range(2):
        join(by=staff, mentor=mentor)
    mentees = [make_person("Maya") for _ in range(6)]
    start = threading.Barrier(len(mentees))

    def press(mentee) -> None:
        start.wait()
        try:
            join(by=staff, mentor=mentor, mentee=mentee)
        except CannotJoin:
            pass
        finally:
            connection.close()

    presses = [threading.Thread(target=press, args=[mentee]) for mentee in mentees]
    for thread in presses:
        thread.start()
    for thread in presses:
        thread.join()
    assert Match.objects.filter(mentor=mentor).count() == 3
