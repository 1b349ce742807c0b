"""S8, S11: who gets it and when, or that nobody is there, is said before anybody types."""

from datetime import UTC, datetime

import pytest
import time_machine
from django.core import mail
from django.urls import reverse

from tests.factories import give_second_factor, make_person, make_programme, make_staff, sign_in
from tests.factories_match import make_match
from walkalong.notices.models import Notice
from walkalong.people.models import Role
from walkalong.safety import services
from walkalong.safety.models import HumanRequest, Topic
from walkalong.safety.states import RequestState

pytestmark = pytest.mark.django_db
PAGE = "/help/person/"


@pytest.fixture
def here():
    return make_programme()


@pytest.fixture
def maya(client, here):
    person = make_person()
    sign_in(client, person)
    return person


def before_typing(client, **asked):
    page = client.get(PAGE, asked).content.decode()
    return page.partition("<textarea")[0]


def test_a_stranger_reads_how_to_reach_the_programme(client, here):
    page = client.get(PAGE).content.decode()
    assert "hello@lantern.example" in page
    assert "<textarea" not in page
    assert "/help/" in page


def test_without_staff_it_says_so_and_offers_no_form(client, maya):
    page = client.get(PAGE).content.decode()
    assert "nobody of the programme can get it" in page
    assert "hello@lantern.example" in page
    assert "<textarea" not in page


def test_only_staff_who_can_open_it_are_named_and_told(client, maya):
    """Somebody who has yet to set up a second step cannot read a request: nobody is told that she will."""
    make_staff("Ada")
    bea = make_person("Bea", (Role.STAFF,))
    assert "<strong>Ada</strong>" in before_typing(client)
    client.post(PAGE, {"words": "", "client_id": "5f0c8a52-8d5c-4b43-9f0b-0d5f6f1f1b11"})
    assert [notice.person.display_name for notice in Notice.objects.all()] == ["Ada"]
    give_second_factor(bea)
    assert "<strong>Ada, Bea</strong>" in before_typing(client)


def test_while_no_staff_can_open_anything_it_says_so_and_offers_no_form(client, maya):
    make_person("Bea", (Role.STAFF,))
    page = client.get(PAGE).content.decode()
    assert "nobody of the programme can get it" in page
    assert "<textarea" not in page


def test_an_empty_rota_is_said_before_the_person_types(client, maya):
    make_staff()
    said = before_typing(client)
    assert "Nobody is on call" in said
    assert "<strong>Ines</strong>" in said


def test_opening_hours_are_said_with_their_clock_before_the_person_types(client, here, maya, settings):
    make_staff()
    here.opening_hours, here.time_zone = "weekdays 9 to 17", "Europe/Dublin"
    here.save()
    said = before_typing(client)
    assert "weekdays 9 to 17" in said
    assert "(Dublin time)" in said
    assert "within 4 hours while they are there" in said
    assert "At other times nobody reads it until then" in said


def test_the_clock_beside_the_opening_hours_is_the_programmes_not_the_readers(client, here, maya):
    make_staff()
    here.opening_hours, here.time_zone = "weekdays 9 to 17", "Europe/Paris"
    here.save()
    maya.time_zone = "America/New_York"
    maya.save()
    with time_machine.travel(datetime(2026, 11, 23, 12, 0, tzinfo=UTC)):
        assert "There it is now Monday, 13:00" in before_typing(client)


def test_it_knows_which_walk_it_belongs_to_when_it_is_about_somebody_of_it(client, maya):
    make_staff()
    match = make_match(mentee=maya)
    page = f"{PAGE}?about={match.mentor_id}"
    client.post(page, {"words": "x", "client_id": "5f0c8a52-8d5c-4b43-9f0b-0d5f6f1f1b11"})
    told = HumanRequest.objects.get()
    assert (told.about_person, told.match) == (match.mentor, match)


def test_it_says_that_it_is_not_read_live_and_leads_to_the_numbers(client, maya):
    make_staff()
    said = before_typing(client)
    assert "not read live" in said
    assert f'href="{reverse("safety:help_card")}"' in said


def test_pressing_the_button_is_enough(client, maya):
    make_staff()
    form = client.get(PAGE).context["form"]
    answer = client.post(PAGE, {"words": "", "client_id": str(form["client_id"].value())})
    told = HumanRequest.objects.get()
    assert answer["Location"] == reverse("safety:my_request", args=[told.pk])
    assert told.from_person == maya


def test_the_sender_sees_its_state_and_never_a_machines_promise(client, maya):
    ines = make_staff()
    client.post(PAGE, {"words": "hello", "client_id": "5f0c8a52-8d5c-4b43-9f0b-0d5f6f1f1b11"})
    told = HumanRequest.objects.get()
    page = reverse("safety:my_request", args=[told.pk])
    assert "Nobody has said yet that they have it" in client.get(page).content.decode()
    assert told.state == RequestState.RECEIVED
    services.acknowledge_request(by=ines, request=told)
    assert "Ines has it" in client.get(page).content.decode()


def test_s11_nothing_leaves_by_itself_but_the_word_to_staff(client, maya, settings):
    make_staff()
    client.post(PAGE, {"words": "help", "client_id": "5f0c8a52-8d5c-4b43-9f0b-0d5f6f1f1b11"})
    assert mail.outbox == []
    told = HumanRequest.objects.get()
    assert {field.name for field in HumanRequest._meta.get_fields()}.isdisjoint({"location", "address", "ip"})
    assert told.acknowledged_by is None


def test_e6_one_chooses_whether_staff_know(client, maya):
    make_staff()
    page = f"{PAGE}?why=more"
    form = {"words": "too much", "client_id": "5f0c8a52-8d5c-4b43-9f0b-0d5f6f1f1b11"}
    answer = client.post(page, {**form, "tell": "no"})
    assert answer["Location"] == reverse("safety:help_card")
    assert not HumanRequest.objects.exists()
    client.post(page, {**form, "tell": "yes"})
    assert HumanRequest.objects.get().topic == Topic.MORE


def test_e2_e8_pause_and_stop_stand_beside_it_for_both_members(client, here):
    make_staff()
    match = make_match()
    for person in (match.mentee, match.mentor):
        sign_in(client, person)
        page = client.get(PAGE).content.decode()
        for name in ("matching:pause", "matching:stop"):
            assert reverse(name, args=[match.pk]) in page
    sign_in(client, match.ambassador)
    assert reverse("matching:stop", args=[match.pk]) not in client.get(PAGE).content.decode()


def test_somebody_they_do_not_know_is_as_one_that_does_not_exist(client, maya):
    make_staff()
    stranger = make_person("Theo")
    for about in (str(stranger.pk), "00000000-0000-7000-8000-000000000000", "x", "<b>"):
        assert client.get(PAGE, {"about": about}).status_code == 404


@pytest.mark.parametrize(
    "words",
    ["", " ", "\n", "🌧️" * 50, "\u202eright to left", "zero\u200bwidth", "'; DROP TABLE x; --", "<b>x</b>"],
)
def test_any_words_arrive_as_they_are(client, maya, words):
    make_staff()
    client.post(PAGE, {"words": words, "client_id": "5f0c8a52-8d5c-4b43-9f0b-0d5f6f1f1b11"})
    assert HumanRequest.objects.get().words == words


@pytest.mark.parametrize(("words", "kindly"), [("x" * 10_001, "shorten it"), ("a\x00b", "Null characters")])
def test_what_cannot_be_kept_is_refused_and_still_stands_in_the_form(client, maya, words, kindly):
    make_staff()
    answer = client.post(PAGE, {"words": words, "client_id": "5f0c8a52-8d5c-4b43-9f0b-0d5f6f1f1b11"})
    assert answer.status_code == 200
    assert kindly in answer.content.decode()
    assert answer.context["form"]["words"].value() == words
    assert not HumanRequest.objects.exists()


@pytest.mark.parametrize("day", ["2001-01-01", "tomorrow", "9" * 50])
def test_a_day_that_cannot_be_is_said_kindly_and_loses_no_words(client, maya, day):
    make_staff()
    answer = client.post(
        PAGE,
        {"words": "keep me", "answer_by": day, "client_id": "5f0c8a52-8d5c-4b43-9f0b-0d5f6f1f1b11"},
    )
    assert "keep me" in answer.content.decode()
    assert not HumanRequest.objects.exists()


def test_a_broken_form_id_does_not_lose_the_words(client, maya):
    make_staff()
    answer = client.post(PAGE, {"words": "keep me", "client_id": "nonsense"})
    assert answer.status_code == 302 or "keep me" in answer.content.decode()


def test_staff_work_through_the_pages(client, here, maya):
    ines = make_staff()
    client.post(PAGE, {"words": "a quiet evening", "client_id": "5f0c8a52-8d5c-4b43-9f0b-0d5f6f1f1b11"})
    told = HumanRequest.objects.get()
    sign_in(client, ines)
    listed = client.get(reverse("safety:requests")).content.decode()
    assert "Maya" in listed
    assert "a quiet evening" not in listed
    detail = reverse("safety:request", args=[told.pk])
    assert "a quiet evening" in client.get(detail).content.decode()
    client.post(reverse("safety:take_request", args=[told.pk]))
    close = reverse("safety:close_request", args=[told.pk])
    until = client.get(detail).context["form"]["keep_until"].value().isoformat()
    assert "say why" in client.post(close, {"reason": " ", "keep_until": until}).content.decode()
    assert client.post(close, {"reason": "We talked.", "keep_until": until}).status_code == 302
    assert "We talked." in client.get(detail).content.decode()


def test_the_pages_ask_the_database_little(client, here, maya, django_assert_max_num_queries):
    for name in ("Ines", "Ben", "Una"):
        make_staff(name)
    for _ in range(3):
        make_match(mentor=maya)
    client.get(PAGE)
    with django_assert_max_num_queries(12):
        client.get(PAGE)
