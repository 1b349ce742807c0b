from datetime import timedelta

import pytest
import time_machine
from django.urls import reverse
from django.utils import timezone

from tests.factories import make_person, make_staff, sign_in
from tests.factories_match import make_match
from walkalong.care import services
from walkalong.matching import services as matching
from walkalong.matching.models import Match
from walkalong.people.models import Person, Role
from walkalong.people.services import deactivate_person
from walkalong.safety.services import tell_a_human

pytestmark = pytest.mark.django_db


def desk(client, staff) -> str:
    return sign_in(client, staff).get(reverse("care:staff")).content.decode()


def test_whoever_asked_for_a_person_stands_there_without_their_words(client) -> None:
    staff = make_staff()
    request = tell_a_human(by=make_person("Maya"), words="something private")
    page = desk(client, staff)
    assert reverse("safety:request", args=[request.id]) in page
    assert "something private" not in page


def test_a_request_about_a_member_of_staff_is_not_on_their_desk(client) -> None:
    ines, ben = make_staff("Ines"), make_staff("Ben")
    request = tell_a_human(by=make_person("Maya"), words="about Ines", about=ines)
    path = reverse("safety:request", args=[request.id])
    assert path not in desk(client, ines)
    assert path in desk(client, ben)


def test_two_without_an_ambassador_need_an_eye(client) -> None:
    match = make_match()
    assert "Maya with Jonas" not in desk(client, make_staff())
    Match.objects.filter(pk=match.pk).update(ambassador=None)
    assert reverse("matching:change_ambassador", args=[match.id]) in desk(client, make_staff())


def test_stopped_contact_is_seen_without_who_and_until_both_were_heard(client) -> None:
    staff, match = make_staff(), make_match()
    matching.stop_contact(by=match.mentee, match=match)
    assert "Contact was stopped by one of them" in desk(client, staff)
    for member in (match.mentee, match.mentor):
        services.log_talk(by=match.ambassador, match=match, member=member)
    assert "Contact was stopped" not in desk(client, staff)


def test_leaving_is_nothing_for_the_staff_desk_while_somebody_looks_after_them(client) -> None:
    match = make_match()
    matching.leave_match(by=match.mentee, match=match)
    assert "Maya with Jonas" not in desk(client, make_staff())


def leave(match, staff) -> None:
    matching.leave_match(by=match.mentee, match=match)


def stop(match, staff) -> None:
    matching.stop_contact(by=match.mentee, match=match)


def close_the_account(match, staff) -> None:
    deactivate_person(by=staff, person=match.mentee)


def lose_the_ambassador_then_leave(match, staff) -> None:
    deactivate_person(by=staff, person=match.ambassador)
    leave(match, staff)


def leave_then_lose_the_ambassador(match, staff) -> None:
    leave(match, staff)
    Person.objects.filter(pk=match.ambassador_id).update(is_active=False)


ENDINGS = [leave, stop, close_the_account, lose_the_ambassador_then_leave, leave_then_lose_the_ambassador]


@pytest.mark.parametrize("end", ENDINGS)
def test_an_ended_walk_that_nobody_looks_after_is_seen_until_somebody_heard_both(client, end) -> None:
    staff, match = make_staff(), make_match()
    if end in (leave, stop, close_the_account):
        Match.objects.filter(pk=match.pk).update(ambassador=None)
    end(match, staff)
    page = desk(client, staff)
    assert "Each needs somebody, separately" in page
    assert "Nobody looks after them" in page
    assert ("stopped" in page) is (end is stop)
    path = reverse("matching:change_ambassador", args=[match.id])
    assert path in page
    with time_machine.travel(timezone.now() + timedelta(days=61)):
        assert "Maya with Jonas" not in desk(client, staff)

    nia = make_person("Nia", (Role.AMBASSADOR,))
    sign_in(client, staff).post(path, {"ambassador": nia.pk})
    page = desk(client, staff)
    assert path not in page
    assert ("Nia looks after them" in page) is (end is stop)
    assert "Maya with Jonas" in sign_in(client, nia).get(reverse("care:desk")).content.decode()
    match.refresh_from_db()
    for member in (match.mentee, match.mentor):
        services.log_talk(by=nia, match=match, member=member)
    assert "Maya with Jonas" not in desk(client, staff)
    assert "Maya with Jonas" not in sign_in(client, nia).get(reverse("care:desk")).content.decode()


@pytest.mark.parametrize("end", [leave, stop])
def test_staff_do_not_see_their_own_ended_walk_on_their_desk(client, end) -> None:
    both = make_person("Jonas", (Role.STAFF, Role.MENTOR))
    match = make_match(mentor=both)
    Match.objects.filter(pk=match.pk).update(ambassador=None)
    end(match, both)
    page = desk(client, both)
    assert "Maya with Jonas" not in page
    assert reverse("matching:change_ambassador", args=[match.id]) not in page
    assert "Maya with Jonas" in desk(client, make_staff("Ben"))


def test_the_staff_desk_costs_the_same_for_one_and_for_eight(client, django_assert_max_num_queries) -> None:
    staff = make_staff()
    for _ in range(8):
        match = make_match()
        matching.stop_contact(by=match.mentee, match=match)
        Match.objects.filter(pk=make_match().pk).update(ambassador=None)
    sign_in(client, staff)
    with django_assert_max_num_queries(10):
        client.get(reverse("care:staff"))


def test_staff_do_not_learn_on_their_desk_that_contact_with_them_was_stopped(client) -> None:
    both = make_person("Jonas", (Role.STAFF, Role.MENTOR))
    match = make_match(mentor=both)
    matching.stop_contact(by=match.mentee, match=match)
    assert "stopped" not in desk(client, both).lower()


QUIET = "A month without a talk"


def test_a_month_without_a_talk_is_seen_quietly_and_without_a_word_of_theirs(client) -> None:
    staff, match = make_staff(), make_match()
    services.ask_how_they_are(by=match.ambassador, match=match, member=match.mentee, words="private words")
    assert QUIET not in desk(client, staff)
    with time_machine.travel(timezone.now() + timedelta(days=32)):
        page = desk(client, staff)
        assert QUIET in page
        assert f"{match.ambassador.display_name} looks after them" in page
        assert "private words" not in page
        for member in (match.mentee, match.mentor):
            services.log_talk(by=match.ambassador, match=match, member=member)
        assert QUIET not in desk(client, staff)


def test_staff_do_not_see_their_own_walk_among_the_quiet_ones(client) -> None:
    both = make_person("Jonas", (Role.STAFF, Role.MENTOR))
    make_match(mentor=both)
    with time_machine.travel(timezone.now() + timedelta(days=32)):
        assert QUIET not in desk(client, both)
        assert QUIET in desk(client, make_staff("Ben"))


def test_the_navigation_stays_small_for_somebody_with_every_role(client) -> None:
    everybody = make_person("Kim", tuple(Role))
    page = sign_in(client, everybody).get(reverse("care:staff"))
    assert [str(item.label) for item in page.context["shell"].nav_items] == [
        "Home",
        "Your desk",
        "Staff",
        "News",
        "Me",
    ]
    for name in ("people:people", "matching:matches", "safety:requests", "people:programme", "people:invite"):
        assert reverse(name) in page.content.decode()


def test_the_way_to_the_staff_desk_is_lit_while_somebody_waits(client) -> None:
    staff = make_staff()
    assert "somebody waits" not in desk(client, staff)
    tell_a_human(by=make_person("Maya"), words="")
    assert "somebody waits" in desk(client, staff)


def test_who_does_not_fit_on_the_desk_is_not_forgotten(client) -> None:
    staff = make_staff()
    for number in range(6):
        tell_a_human(by=make_person(f"Maya {number}"), words="")
    assert "More people wait" not in desk(client, staff)
    tell_a_human(by=make_person("Noor"), words="")
    assert "More people wait" in desk(client, staff)
