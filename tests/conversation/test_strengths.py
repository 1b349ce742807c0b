"""Recall a strength: beside the composer, for whoever the other agreed to, and never into the message."""

import pytest

from tests.conversation.conftest import Say
from tests.factories import make_person
from tests.journey.recall.conftest import CALLED, CANNOT_CALL, COOKED, fresh_memory
from walkalong.conversation.services import take_back
from walkalong.journey.recall.services import choose_recall
from walkalong.journey.steps.kinds import Kind
from walkalong.journey.steps.services import name_step
from walkalong.matching.services import pause_match
from walkalong.people.models import Role

__all__ = ["fresh_memory"]
DISCLOSURE = "data-strength "


@pytest.fixture
def shown(match, maya, say: Say):
    name_step(by=maya, kind=Kind.STEP, words=CALLED, share_with=[match])
    name_step(by=maya, kind=Kind.STEP, words=COOKED, share_with=[match])
    choose_recall(by=maya, for_me=True, for_other=True)
    say(maya, CANNOT_CALL)


def where(match) -> str:
    return f"/with/{match.pk}/before/"


def test_the_composer_offers_it_only_where_the_other_agreed(match, maya, jonas, shown, signed_in):
    room = f"/with/{match.pk}/"
    assert DISCLOSURE in signed_in(jonas).get(room).content.decode()
    assert DISCLOSURE not in signed_in(maya).get(room).content.decode()
    choose_recall(by=maya, for_me=True, for_other=False)
    assert DISCLOSURE not in signed_in(jonas).get(room).content.decode()


def test_nothing_of_the_steps_is_on_the_page_before_it_is_opened(match, jonas, shown, signed_in):
    assert CALLED not in signed_in(jonas).get(f"/with/{match.pk}/").content.decode()


def test_it_shows_what_resembles_the_others_last_words_with_its_day(match, jonas, shown, signed_in):
    html = signed_in(jonas).get(where(match) + "?part=1").json()["html"]
    assert CALLED in html
    assert "Today" in html
    assert COOKED not in html


def test_it_is_a_page_of_its_own_without_a_script(match, jonas, shown, signed_in):
    page = signed_in(jonas).get(where(match))
    assert CALLED in page.content.decode()
    assert "no-store" in page["Cache-Control"]


def test_it_goes_by_the_others_words_and_not_by_ones_own(match, maya, jonas, say, shown, signed_in):
    say(maya, "We went to see the sea, it was grey and wide.")
    say(jonas, CANNOT_CALL)
    assert CALLED not in signed_in(jonas).get(where(match)).content.decode()


def test_words_taken_back_are_no_moment(match, maya, jonas, signed_in, say, shown):
    take_back(by=maya, message=say(maya, "I want to kill myself."))  # the words before it still stand
    assert CALLED in signed_in(jonas).get(where(match)).content.decode()


def test_in_a_moment_about_safety_it_is_silent(match, maya, jonas, say, shown, signed_in):
    say(maya, f"{CANNOT_CALL} I want to kill myself.")
    assert CALLED not in signed_in(jonas).get(where(match)).content.decode()


def test_taken_back_it_is_gone_from_an_open_room_at_the_next_look(match, maya, jonas, shown, signed_in):
    client = signed_in(jonas)
    choose_recall(by=maya, for_me=False, for_other=False)
    assert client.get(where(match) + "?part=1").status_code == 404


def test_nobody_else_and_not_during_a_pause(match, maya, jonas, shown, signed_in):
    for person in (match.ambassador, make_person("Nina", (Role.MENTOR,)), maya):
        assert signed_in(person).get(where(match)).status_code == 404
    pause_match(by=maya, match=match)
    assert signed_in(jonas).get(where(match)).status_code == 404


@pytest.mark.usefixtures("one_minute")
def test_looked_at_too_often_it_asks_to_wait(match, jonas, shown, signed_in):
    client = signed_in(jonas)
    for _ in range(31):
        page = client.get(where(match)).content.decode()
    assert CALLED not in page
    assert "wait a minute" in page


def test_the_look_is_cheap(match, jonas, shown, signed_in, django_assert_max_num_queries):
    client = signed_in(jonas)
    client.get(where(match))
    with django_assert_max_num_queries(16):
        client.get(where(match) + "?part=1")
