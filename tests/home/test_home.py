import re
from datetime import timedelta
from uuid import uuid4

import pytest
import time_machine
from django.urls import reverse
from django.utils import timezone

from tests.factories import make_person, make_programme, make_staff, sign_in
from tests.factories_match import make_match
from walkalong.care.models import Answer
from walkalong.care.services import answer_question, ask_how_they_are, log_talk
from walkalong.conversation.services import send_message
from walkalong.home.months import normal_now, whole_year
from walkalong.joining.queries import content
from walkalong.joining.services import change_words
from walkalong.journey.heavy.kinds import FADES_AFTER
from walkalong.journey.heavy.services import keep_words, say_today_is_heavy, take_back_heavy
from walkalong.matching import services
from walkalong.matching.models import Match
from walkalong.notices.services import notify
from walkalong.people import documents
from walkalong.people.models import Person, Role
from walkalong.people.services import withdraw_agreement
from walkalong.safety.services import tell_a_human

pytestmark = pytest.mark.django_db


def home_of(client, person) -> str:
    return sign_in(client, person).get("/", follow=True).content.decode()


@pytest.mark.parametrize(("side", "other"), [("mentee", "Jonas"), ("mentor", "Maya")])
def test_the_two_stand_at_the_centre(client, side: str, other: str) -> None:
    match = make_match()
    page = home_of(client, getattr(match, side))
    assert f"You and {other}" in page
    assert "Month 1 · Beginning" in page
    assert "being there again is enough" in page  # what is normal for the mentor, on both pages
    assert "You need not tell everything" in page
    assert page.index(getattr(normal_now(1), side)) < page.index("<details")  # one's own side first
    assert reverse("conversation:room", args=[match.id]) in page
    assert reverse("matching:ways", args=[match.id]) in page
    assert "Sam" in page


def test_every_month_has_words_for_each_side_and_the_year_can_be_over() -> None:
    months = [normal_now(month) for month in range(1, 13)]
    assert len({text for month in months for text in (month.mentee, month.mentor)}) == 24
    assert [month.title for month in months] == [f"Month {number}" for number in range(1, 13)]
    assert normal_now(13) == normal_now(40)
    assert normal_now(13).mentee not in {month.mentee for month in months}


def test_the_year_is_shown_whole_and_marks_where_one_walks(client) -> None:
    match = make_match(started_on=timezone.now().date() - timedelta(days=70))
    sign_in(client, match.mentee)
    page = client.get(reverse("home:year")).content.decode()
    assert page.count("You are here") == 1
    assert page.index('id="month-3"') < page.index("You are here") < page.index('id="month-4"')
    assert page.count("this project’s own") == 2  # stages 3 and 4, and no other
    assert [stage.first_month for stage in whole_year()] == [1, 4, 7, 10, 13]


def test_only_the_later_stages_say_that_the_words_are_ours(client) -> None:
    early = make_match(started_on=timezone.now().date() - timedelta(days=70))
    assert "own name" not in home_of(client, early.mentee)
    late = make_match(started_on=timezone.now().date() - timedelta(days=200))
    assert "this project’s own name" in home_of(client, late.mentee)


def test_a_mentor_with_several_goes_from_home_to_home(client) -> None:
    mentor = make_person("Jonas", (Role.MENTOR,))
    first = make_match(mentor=mentor)
    second = make_match(mentor=mentor, mentee=make_person("Ravi"))
    page = home_of(client, mentor)
    homes = [reverse("home:pair", args=[match.id]) for match in (first, second)]
    assert all(path in page for path in homes)
    assert "<table" not in page
    inside = client.get(homes[0]).content.decode()
    assert homes[1] in inside


def says_new(page: str, match: Match) -> bool:
    return "Something new" in page.split(reverse("home:pair", args=[match.id]))[1].split("</a>")[0]


def test_a_light_stands_where_something_new_waits_and_no_number(client) -> None:
    mentor = make_person("Jonas", (Role.MENTOR,))
    quiet, lively, told = (
        make_match(mentor=mentor, mentee=make_person(name)) for name in ("Ada", "Ravi", "Noor")
    )
    send_message(by=lively.mentee, match=lively, body="Hello", client_id=uuid4())
    notify(person=mentor, kind="conversation_waiting", url=f"/with/{told.id}/", key="x")
    page = home_of(client, mentor)
    assert page.count("Something new") == 2
    for match, is_lit in ((quiet, False), (lively, True), (told, True)):
        assert says_new(page, match) is is_lit
    inside = client.get(reverse("home:pair", args=[quiet.id])).content.decode()
    ways = inside.split('class="walks"')[1].split("</nav>")[0]
    assert ways.count("something new") == 2


def test_whose_day_is_heavy_stands_beside_the_door_and_not_among_other_news(client) -> None:
    mentor = make_person("Jonas", (Role.MENTOR,))
    heavy, lively, paused, took_back = (
        make_match(mentor=mentor, mentee=make_person(name)) for name in ("Ada", "Ravi", "Noor", "Lin")
    )
    for match in (heavy, paused, took_back):
        say_today_is_heavy(by=match.mentee, match=match)
    services.pause_match(by=paused.mentee, match=paused)
    take_back_heavy(by=took_back.mentee, match=took_back)
    send_message(by=lively.mentee, match=lively, body="Hello", client_id=uuid4())
    page = home_of(client, mentor)
    assert page.count("Today is heavy for") == 1
    beside = page.split(reverse("home:pair", args=[heavy.id]))[1].split("</a>", 1)[1]
    assert "Today is heavy for Ada" in beside.split(reverse("home:pair", args=[lively.id]))[0]
    assert reverse("journey:be_with", args=[heavy.id]) in page
    assert [says_new(page, match) for match in (heavy, lively, took_back)] == [False, True, False]
    send_message(by=heavy.mentee, match=heavy, body="only so you know", client_id=uuid4())
    assert says_new(home_of(client, mentor), heavy)
    with time_machine.travel(timezone.now() + FADES_AFTER + timedelta(minutes=1)):
        assert "Today is heavy for" not in home_of(client, mentor)


def test_the_way_from_one_home_to_another_says_quietly_whose_day_is_heavy(client) -> None:
    mentor = make_person("Jonas", (Role.MENTOR,))
    heavy, lively, here = (
        make_match(mentor=mentor, mentee=make_person(name)) for name in ("Ada", "Ravi", "Lin")
    )
    for match in (heavy, here):
        say_today_is_heavy(by=match.mentee, match=match)
    send_message(by=lively.mentee, match=lively, body="Hello", client_id=uuid4())
    sign_in(client, mentor)
    page = client.get(reverse("home:pair", args=[here.id])).content.decode()
    to_heavy, to_lively, to_here = page.split('class="walks"')[1].split("</nav>")[0].split("</li>")[:3]
    assert "Today is heavy" in to_heavy
    assert "something new" not in to_heavy  # its notice is said already
    assert "something new" in to_lively
    assert "Today is heavy" not in to_lively + to_here  # of the one whose page it is, it stands below


def test_who_opened_what_helps_without_telling_anybody_is_shown_to_nobody(client) -> None:
    mentor = make_person("Jonas", (Role.MENTOR,))
    for name in ("Ada", "Ravi"):
        make_match(mentor=mentor, mentee=make_person(name))
    keep_words(by=Person.objects.get(display_name="Ada"), words="for me alone")
    say_today_is_heavy(by=mentor, match=Match.objects.get(mentee__display_name="Ravi"))
    page = home_of(client, mentor)
    assert "Today is heavy for" not in page  # and one's own day stands on the page of the two
    assert "for me alone" not in page


def test_in_the_first_month_each_finds_the_page_for_them_and_later_it_stands_aside(client) -> None:
    match = make_match()
    first = '<section class="card card--lit">'
    assert reverse("joining:expect") in home_of(client, match.mentee).split(first)[1].split("</section>")[0]
    assert reverse("joining:guide") in home_of(client, match.mentor).split(first)[1].split("</section>")[0]
    match.started_on = timezone.now().date() - timedelta(days=70)
    match.save()
    assert reverse("joining:expect") not in home_of(client, match.mentee)
    assert reverse("joining:guide") in home_of(client, match.mentee)


@pytest.mark.parametrize("side", ["mentee", "mentor"])
def test_help_and_a_human_and_those_who_look_after_them_are_on_it(client, side: str) -> None:
    page = home_of(client, getattr(make_match(), side))
    main = page.split("<main")[1].split("</main>")[0]
    for address in ("safety:help_card", "safety:tell_a_human", "joining:guide"):
        assert reverse(address) in main


def test_an_ambassador_sees_who_would_like_a_word_until_they_talked(client) -> None:
    match = make_match()
    contact, _new = ask_how_they_are(by=match.ambassador, match=match, member=match.mentee)
    assert "Maya would like you" not in home_of(client, match.ambassador)
    answer_question(by=match.mentee, contact=contact, answer=Answer.GET_IN_TOUCH, words="please")
    page = home_of(client, match.ambassador)
    assert "Maya would like you to get in touch" in page
    assert "please" not in page.split("<main")[1].split("</main>")[0]
    log_talk(by=match.ambassador, match=match, member=match.mentee)
    assert "Maya would like you" not in home_of(client, match.ambassador)


def test_staff_see_that_somebody_waits_for_a_person(client) -> None:
    make_programme()
    staff = make_staff()
    assert "Somebody asked for a person" not in home_of(client, staff)
    tell_a_human(by=make_person("Maya"), words="Could somebody call me?")
    assert "Somebody asked for a person" in home_of(client, staff)


def test_whoever_waits_finds_something_to_read(client) -> None:
    make_programme()
    page = home_of(client, make_person("Noor", (Role.MENTEE,)))
    assert reverse("joining:expect") in page
    page = home_of(client, make_person("Theo", (Role.MENTOR,)))
    assert reverse("joining:guide") in page
    assert reverse("joining:expect") not in page


@pytest.mark.parametrize("days", [0, 200, 380, 900])
def test_the_way_into_the_year_leads_to_a_month_that_is_there(client, days: int) -> None:
    match = make_match(started_on=timezone.now().date() - timedelta(days=days))
    anchor = re.search(r'href="/the-year/#(month-\d+)"', home_of(client, match.mentee)).group(1)
    year = client.get(reverse("home:year")).content.decode()
    assert f'id="{anchor}"' in year
    assert year.count("You are here") == 1


def test_words_that_staff_changed_are_what_stands_on_the_page(client) -> None:
    staff, match = make_staff(), make_match()
    before = content("year-1-beginning")
    words = before.words.replace("The first weeks are often awkward.", "We call these the shy weeks.")
    change_words(by=staff, name=before.name, words=words, since=0)
    assert "We call these the shy weeks." in home_of(client, match.mentee)


def test_whoever_waits_is_told_where_they_are_and_whom_to_ask(client) -> None:
    make_programme()
    page = home_of(client, make_person("Noor", (Role.MENTEE,)))
    assert "looking for somebody to walk with you" in page
    assert "hello@lantern.example" in page
    assert reverse("safety:tell_a_human") in page
    page = home_of(client, make_person("Theo", (Role.MENTOR,), agreed=False))
    assert "somebody you can walk with" in page
    assert reverse("people:agreements") in page


def test_desks_have_doors_for_those_who_have_desks(client) -> None:
    everything = make_person("Ada", (Role.MENTOR, Role.AMBASSADOR))
    make_match(mentor=everything)
    page = home_of(client, everything)
    assert reverse("care:desk") in page
    assert reverse("care:staff") not in page
    page = home_of(client, make_staff())
    assert reverse("care:staff") in page
    assert "looking for" not in page


def test_before_the_first_word_one_agrees(client) -> None:
    match = make_match(mentee=make_person("Maya", (Role.MENTEE,), agreed=False))
    page = home_of(client, match.mentee)
    assert reverse("people:agreements") in page
    assert "Talk with" not in page


def test_a_pause_is_told_to_both_without_a_reason(client) -> None:
    match = make_match()
    services.pause_match(by=match.mentee, match=match)
    assert reverse("matching:resume", args=[match.id]) in home_of(client, match.mentee)
    page = home_of(client, match.mentor)
    assert "Maya is taking a pause" in page
    assert reverse("matching:resume", args=[match.id]) not in page


def test_whoever_took_an_agreement_back_is_told_how_to_write_again(client) -> None:
    match = make_match()
    withdraw_agreement(by=match.mentee, document=documents.required()[0].name)
    page = home_of(client, match.mentee)
    assert "so your conversation rests" in page
    assert reverse("people:agreements") in page
    assert reverse("matching:resume", args=[match.id]) not in page


def test_after_the_end_one_sees_what_one_keeps_until_when_and_who_is_there(client, settings) -> None:
    match = make_match()
    services.leave_match(by=match.mentor, match=match)
    home = home_of(client, match.mentee)
    assert reverse("home:pair", args=[match.id]) in home
    assert "We are looking for somebody" not in home  # nobody is hurried on
    page = client.get(reverse("home:pair", args=[match.id])).content.decode()
    assert "has ended" in page
    assert reverse("conversation:room", args=[match.id]) in page
    assert "Sam looks after you" in page
    for kept in ("journey:hope_box", "journey:way", "journey:story"):
        assert f'href="{reverse(kept)}"' in page
    with time_machine.travel(timezone.now() + timedelta(days=settings.ENDED_MATCH_KEPT_DAYS + 1)):
        sign_in(client, match.mentee)
        page = client.get(reverse("home:pair", args=[match.id])).content.decode()
        assert "deleted by now" in page
        assert reverse("conversation:room", args=[match.id]) not in page


def test_somebody_elses_home_is_not_found(client) -> None:
    match = make_match()
    sign_in(client, make_person("Noor"))
    assert client.get(reverse("home:pair", args=[match.id])).status_code == 404


@pytest.mark.parametrize("side", ["mentee", "mentor"])
def test_home_is_cheap(client, side: str, django_assert_max_num_queries) -> None:
    match = make_match()
    send_message(by=match.mentee, match=match, body="Hello", client_id=uuid4())
    ask_how_they_are(by=match.ambassador, match=match, member=match.mentee)
    sign_in(client, getattr(match, side)).get("/")
    with django_assert_max_num_queries(12):
        client.get("/")


def test_three_homes_are_cheap_too(client, django_assert_max_num_queries) -> None:
    mentor = make_person("Jonas", (Role.MENTOR,))
    for name in ("Ada", "Ravi", "Noor"):
        match = make_match(mentor=mentor, mentee=make_person(name))
        send_message(by=match.mentee, match=match, body="Hello", client_id=uuid4())
    sign_in(client, mentor).get("/")
    with django_assert_max_num_queries(12):
        client.get("/")
    with django_assert_max_num_queries(12):  # and on one of them: the lights on the ways to the others
        client.get(reverse("home:pair", args=[match.id]))


def test_what_waits_has_a_card_and_the_rest_are_quiet_rows(client) -> None:
    match = make_match()
    ask_how_they_are(by=match.ambassador, match=match, member=match.mentee)
    page = home_of(client, match.mentee)
    card = page.split("Sam would like to hear how you are")[0].rpartition("<section")[2]
    assert "card--lit" in card
    row = page.split("The way of the two of you</span>")[0].rpartition("<")[0].rpartition("<a ")[2]
    assert "list__row" in row
