import re

import pytest
from django.urls import reverse
from django.utils import timezone

from tests.factories import make_person, make_staff, sign_in
from tests.factories_match import make_match
from walkalong.matching import services
from walkalong.matching.models import Match
from walkalong.people.models import Role

pytestmark = pytest.mark.django_db


def choices(**changes) -> dict[str, object]:
    return {
        "mentee": make_person("Noor", (Role.MENTEE,)).pk,
        "mentor": make_person("Theo", (Role.MENTOR,)).pk,
        "ambassador": "",
        "started_on": timezone.now().date().isoformat(),
    } | changes


@pytest.fixture
def staff(client):
    return sign_in(client, make_staff())


def test_staff_join_two_people_and_see_them_in_the_list(staff) -> None:
    ambassador = make_person("Sam", (Role.AMBASSADOR,))
    answer = staff.post(reverse("matching:join"), choices(ambassador=ambassador.pk), follow=True)
    page = answer.content.decode()
    assert "Noor with Theo" in page
    assert "Month 1 · Beginning" in page
    assert "Sam looks after them" in page


def test_the_form_pressed_twice_makes_one_match(staff) -> None:
    form = choices()
    for _ in range(2):
        assert staff.post(reverse("matching:join"), form).status_code == 302
    assert Match.objects.count() == 1


def test_only_people_who_can_be_joined_are_offered(staff) -> None:
    match = make_match()
    make_person("Dana", (Role.MENTEE,))
    page = staff.get(reverse("matching:join")).content.decode()
    offered = re.findall(r'<option value="([0-9a-f-]{36})"', page)
    assert str(match.mentee.pk) not in offered
    assert str(match.mentor.pk) in offered  # has room for two more
    assert "Dana · IE" in page


@pytest.mark.parametrize(
    "bad",
    [
        {"mentee": ""},
        {"mentee": "not-an-id"},
        {"mentee": "00000000-0000-0000-0000-000000000000"},
        {"mentor": "\x00' OR 1=1 --"},
        {"started_on": "yesterday"},
        {"started_on": "9999-12-31"},
        {"started_on": "0001-01-01"},
        {"ambassador": "x" * 5000},
    ],
)
def test_a_choice_that_cannot_be_is_answered_kindly_and_joins_nobody(staff, bad) -> None:
    answer = staff.post(reverse("matching:join"), choices(**bad))
    assert answer.status_code == 200
    assert 'class="field__errors"' in answer.content.decode()
    assert not Match.objects.exists()


def test_a_choice_that_went_stale_says_so(staff) -> None:
    form = choices()
    make_match(mentee=type(make_person("x")).objects.get(pk=form["mentee"]))
    answer = staff.post(reverse("matching:join"), form)
    assert "cannot be chosen any more" in answer.content.decode()
    assert Match.objects.count() == 1


def test_staff_change_who_looks_after_them(staff) -> None:
    match, nia = make_match(), make_person("Nia", (Role.AMBASSADOR,))
    staff.post(reverse("matching:change_ambassador", args=[match.id]), {"ambassador": nia.pk})
    match.refresh_from_db()
    assert match.ambassador == nia
    refused = staff.post(
        reverse("matching:change_ambassador", args=[match.id]), {"ambassador": match.mentor.pk}
    )
    assert refused.status_code == 200
    staff.post(reverse("matching:change_ambassador", args=[match.id]), {"ambassador": ""})
    match.refresh_from_db()
    assert match.ambassador is None


def test_staff_find_somebody_for_a_walk_that_has_just_ended(staff) -> None:
    match, nia = make_match(), make_person("Nia", (Role.AMBASSADOR,))
    services.stop_contact(by=match.mentee, match=match)
    Match.objects.update(ambassador=None)
    path = reverse("matching:change_ambassador", args=[match.id])
    page = staff.get(path).content.decode()
    assert "stopped" not in page.lower()
    assert "Choose somebody" in page
    assert "Nobody for now" not in page  # that is what they have already
    assert staff.post(path, {"ambassador": ""}).status_code == 200
    assert staff.post(path, {"ambassador": nia.pk})["Location"] == reverse("care:staff")
    match.refresh_from_db()
    assert match.ambassador == nia


@pytest.mark.parametrize("end", [services.leave_match, services.stop_contact])
def test_staff_who_are_one_of_the_two_find_no_page_for_their_ended_walk(client, end) -> None:
    both = make_person("Jonas", (Role.MENTOR, Role.STAFF))
    match = make_match(mentor=both)
    end(by=match.mentee, match=match)
    path = reverse("matching:change_ambassador", args=[match.id])
    sign_in(client, both)
    assert client.get(path).status_code == 404
    assert client.post(path, {"ambassador": match.ambassador_id}).status_code == 404


def test_the_list_never_says_why_a_walk_ended(staff) -> None:
    match = make_match()
    services.stop_contact(by=match.mentee, match=match)
    page = staff.get(reverse("matching:matches") + "?ended").content.decode()
    assert "Maya with Jonas" in page
    assert "stopped" not in page.lower()


@pytest.mark.parametrize(("act", "state"), [("pause", "paused"), ("leave", "ended"), ("stop", "ended")])
@pytest.mark.parametrize("side", ["mentee", "mentor"])
def test_either_of_the_two_acts_by_a_plain_form(client, side: str, act: str, state: str) -> None:
    match = make_match()
    sign_in(client, getattr(match, side))
    page = client.get(reverse(f"matching:{act}", args=[match.id]))
    assert "<textarea" not in page.content.decode()  # no reason is asked
    match.refresh_from_db()
    assert match.state == "active"  # looking does nothing
    done = client.post(reverse(f"matching:{act}", args=[match.id]), follow=True)
    assert done.status_code == 200
    assert reverse("safety:tell_a_human") in done.content.decode()
    match.refresh_from_db()
    assert match.state == state


def test_a_stale_tab_is_told_that_it_had_ended(client) -> None:
    match = make_match()
    sign_in(client, match.mentor)
    services.leave_match(by=match.mentee, match=match)
    answer = client.post(reverse("matching:pause", args=[match.id]), follow=True)
    assert "had ended already" in answer.content.decode()
    for act in ("pause", "leave", "stop", "ways"):
        there = client.get(reverse(f"matching:{act}", args=[match.id]))
        assert there.headers["Location"] == reverse("home:pair", args=[match.id])


def test_coming_back_needs_what_must_be_agreed(client) -> None:
    match = make_match(mentee=make_person("Maya", (Role.MENTEE,), agreed=False))
    services.pause_match(by=match.mentee, match=match)
    sign_in(client, match.mentee)
    answer = client.post(reverse("matching:resume", args=[match.id]))
    assert answer.headers["Location"] == reverse("people:agreements")
    match.refresh_from_db()
    assert match.state == "paused"


def pages_of_the_other(end, client) -> list[str]:
    """Everything the one who did not act can open, with what differs from match to match taken out."""
    match = make_match()
    end(by=match.mentee, match=match)
    sign_in(client, match.mentor)
    paths = [
        reverse("home:home"),
        reverse("home:pair", args=[match.id]),
        reverse("conversation:room", args=[match.id]),
        reverse("people:about_me_log"),
        reverse("notices:notices"),
    ]
    noise = (
        r'[0-9a-f]{8}-[0-9a-f-]{27}|name="csrfmiddlewaretoken" value="\w+"|avatar--\d|\d{1,2}:\d\d(:\d\d)?'
    )
    return [re.sub(noise, "", client.get(path, follow=True).content.decode()) for path in paths]


def test_whoever_was_left_cannot_tell_leaving_from_stopping(client, django_assert_num_queries) -> None:
    left = pages_of_the_other(services.leave_match, client)
    stopped = pages_of_the_other(services.stop_contact, client)
    assert left == stopped


def test_the_list_costs_the_same_for_two_and_for_ten(staff, django_assert_max_num_queries) -> None:
    for _ in range(10):
        make_match()
    with django_assert_max_num_queries(10):
        staff.get(reverse("matching:matches"))
