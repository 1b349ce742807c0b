from datetime import timedelta

import pytest
import time_machine
from django.db import connection
from django.http import Http404
from django.urls import reverse
from django.utils import timezone

from tests.factories import make_person, make_staff, sign_in
from tests.factories_match import make_match
from walkalong.care import queries, services
from walkalong.care.models import Answer, Contact
from walkalong.matching import services as matching
from walkalong.notices.models import Notice
from walkalong.people.models import Role

pytestmark = pytest.mark.django_db


def ask(match, side: str = "mentee", words: str = ""):
    return services.ask_how_they_are(
        by=match.ambassador, match=match, member=getattr(match, side), words=words
    )[0]


def side_of(match, side: str) -> queries.Side:
    sides = queries.looked_after_by(match.ambassador)[0].sides
    return sides[("mentee", "mentor").index(side)]


def test_the_desk_shows_names_month_and_state_and_never_an_address(client) -> None:
    match = make_match()
    matching.pause_match(by=match.mentee, match=match)
    page = sign_in(client, match.ambassador).get(reverse("care:desk")).content.decode()
    assert "Maya with Jonas" in page
    assert "Month 1" in page
    assert "Taking a pause" in page
    assert match.mentee.email not in page
    assert "mailto:" not in page
    assert reverse("conversation:room", args=[match.id]) not in page


def test_asking_tells_one_side_and_one_question_is_open_at_a_time() -> None:
    match = make_match()
    first = ask(match)
    assert ask(match) == first
    assert [notice.person for notice in Notice.objects.filter(kind="care.asked")] == [match.mentee]


def test_the_answer_reaches_the_ambassador_alone(client) -> None:
    match = make_match()
    contact = ask(match, words="How are you, Maya?")
    sign_in(client, match.mentee)
    page = client.get(reverse("care:answer", args=[contact.id])).content.decode()
    assert "How are you, Maya?" in page
    client.post(reverse("care:answer", args=[contact.id]), {"answer": "touch", "words": "Tuesday after six"})
    assert [n.person for n in Notice.objects.filter(kind="care.answered")] == [match.ambassador]
    sign_in(client, match.ambassador)
    page = client.get(reverse("care:contact", args=[match.id, match.mentee.id])).content.decode()
    assert "Tuesday after six" in page
    other_side = client.get(reverse("care:contact", args=[match.id, match.mentor.id])).content.decode()
    assert "Tuesday after six" not in other_side
    assert side_of(match, "mentee").latest.answer == Answer.GET_IN_TOUCH


def test_the_other_side_finds_no_question_that_was_not_put_to_them(client) -> None:
    match = make_match()
    contact = ask(match)
    sign_in(client, match.mentor)
    assert client.get(reverse("care:answer", args=[contact.id])).status_code == 404
    assert "would like to hear" not in client.get("/").content.decode()
    sign_in(client, match.mentee)
    assert reverse("care:answer", args=[contact.id]) in client.get("/").content.decode()


def test_the_next_ambassador_does_not_read_what_was_told_to_the_last(client) -> None:
    match = make_match()
    contact = ask(match)
    services.answer_question(by=match.mentee, contact=contact, answer=Answer.FINE, words="only for Sam")
    nia = make_person("Nia", (Role.AMBASSADOR,))
    matching.change_ambassador(by=make_staff(), match=match, ambassador=nia)
    sign_in(client, nia)
    page = client.get(reverse("care:contact", args=[match.id, match.mentee.id])).content.decode()
    assert "only for Sam" not in page
    with pytest.raises(Http404):
        queries.question_for(match.mentee, contact.id)
    with pytest.raises(Http404):
        ask(match)  # the former ambassador


def test_words_are_sealed_in_the_database() -> None:
    match = make_match()
    contact = ask(match, words="a word for Maya")
    services.answer_question(by=match.mentee, contact=contact, answer=Answer.FINE, words="a word for Sam")
    with connection.cursor() as cursor:
        cursor.execute("SELECT words, answer_words FROM care_contact")
        assert "a word" not in str(cursor.fetchall())
    found = Contact.objects.get()
    assert (found.words, found.answer_words) == ("a word for Maya", "a word for Sam")


@pytest.mark.parametrize("words", ["  spaces  ", "שלום 🌱\n\n", "<b>&amp;</b>", "‍​x", ""])
def test_words_arrive_as_they_were_typed(client, words: str) -> None:
    match = make_match()
    sign_in(client, match.ambassador)
    client.post(reverse("care:contact", args=[match.id, match.mentee.id]), {"words": words})
    assert Contact.objects.get().words == words


@pytest.mark.parametrize("words", ["x" * 2001, "nul\x00"])
def test_too_many_words_are_kept_in_the_form(client, words: str) -> None:
    match = make_match()
    sign_in(client, match.ambassador)
    answer = client.post(reverse("care:contact", args=[match.id, match.mentee.id]), {"words": words})
    assert answer.status_code == 200
    assert "x" * 100 in answer.content.decode() or "nul" in answer.content.decode()
    assert not Contact.objects.exists()


def test_a_talk_is_noted_once_a_day() -> None:
    match = make_match()
    for _ in range(2):
        services.log_talk(by=match.ambassador, match=match, member=match.mentor)
    assert Contact.objects.count() == 1
    with time_machine.travel(timezone.now() + timedelta(days=1, minutes=1)):
        services.log_talk(by=match.ambassador, match=match, member=match.mentor)
    assert Contact.objects.count() == 2


def test_a_month_without_a_word_shows_and_asking_alone_is_no_contact() -> None:
    match = make_match()
    with time_machine.travel(timezone.now() + timedelta(days=32)):
        ask(match)
        assert side_of(match, "mentee").a_month_ago
        services.log_talk(by=match.ambassador, match=match, member=match.mentee)
        assert not side_of(match, "mentee").a_month_ago
        assert side_of(match, "mentor").a_month_ago


def test_an_ended_match_stays_on_the_desk_until_both_sides_were_heard() -> None:
    match = make_match()
    matching.leave_match(by=match.mentee, match=match)
    assert not queries.looked_after_by(match.ambassador)[0].stopped
    services.log_talk(by=match.ambassador, match=match, member=match.mentee)
    assert queries.looked_after_by(match.ambassador)
    services.log_talk(by=match.ambassador, match=match, member=match.mentor)
    assert queries.looked_after_by(match.ambassador) == []


def test_the_desk_costs_the_same_for_one_and_for_eight(client, django_assert_max_num_queries) -> None:
    ambassador = make_person("Sam", (Role.AMBASSADOR,))
    for _ in range(8):
        ask(make_match(ambassador=ambassador))
    sign_in(client, ambassador)
    with django_assert_max_num_queries(11):
        client.get(reverse("care:desk"))
