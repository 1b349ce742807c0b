"""The page of a heavy day: help first, everything at hand, nothing asked for; whatever else is missing."""

import html
import re
from datetime import timedelta

import pytest
import time_machine
from django.urls import reverse
from django.utils import timezone

from tests.conversation.pictures import photo
from tests.factories import make_person
from tests.factories_match import make_match
from walkalong.journey.heavy.kinds import HopeKind
from walkalong.journey.heavy.models import HeavyDay, HopeItem
from walkalong.journey.heavy.services import hope, keep_words, say_today_is_heavy
from walkalong.journey.steps.kinds import Kind
from walkalong.journey.steps.models import Step
from walkalong.matching.services import leave_match, pause_match
from walkalong.notices.models import Notice
from walkalong.people.models import ShownTo
from walkalong.people.services import Shown, remove_picture, show_picture

TYPED = [
    "wet  sand \n\n and so on \n",
    "\u0645\u0631\u062d\u0628\u0627 \u202e abc",
    "👩🏽‍🚀🌧️" * 40,
    "<script>alert(1)</script> &amp; \u00e9 e\u0301",
    "a\u2028b\u200bc",
]


@pytest.mark.parametrize("role", ["mentee", "mentor"])
def test_s5_help_comes_before_any_form_and_the_human_is_one_tap_away(match, signed_in, role):
    for _ in ("before it is said", "after"):
        page = signed_in(getattr(match, role)).get("/heavy/").content.decode()
        main = page[page.index("<main") :]
        assert page.index('href="/help/"') < page.index("<form")
        assert 'href="/help/"' in main
        assert f'href="/with/{match.pk}/"' in main
        assert main.index('href="/help/"') < main.index("<textarea")
        say_today_is_heavy(by=getattr(match, role), match=match)


def test_opening_it_tells_nobody_and_leaves_nothing(match, maya, signed_in):
    signed_in(maya).get("/heavy/")
    assert not HeavyDay.objects.exists()
    assert not Notice.objects.exists()


def test_an_empty_box_is_all_right_and_nobody_is_asked_to_fill_it(match, maya, signed_in):
    page = signed_in(maya).get("/heavy/").content.decode()
    assert "It is empty, and that is all right." in page
    assert "put-in" not in page


def test_own_steps_stand_there_dated_in_own_words_but_no_hard_stretch(match, maya, jonas, signed_in):
    Step.objects.create(owner=maya, words="rang the dentist", happened_on=timezone.localdate())
    Step.objects.create(owner=maya, words="the bad week", kind=Kind.HARD, happened_on=timezone.localdate())
    Step.objects.create(owner=jonas, words="not hers", happened_on=timezone.localdate())
    page = signed_in(maya).get("/heavy/").content.decode()
    assert "rang the dentist" in page
    assert "the bad week" not in page
    assert "not hers" not in page


def test_a_few_of_each_kind_and_what_the_other_said_first(match, maya, jonas, signed_in, keep):
    for number in range(5):
        keep(maya, f"song number {number}", HopeKind.SONG)
    keep(maya, "my letter", HopeKind.LETTER)
    keep(jonas, "from your mentor", given_in=match)
    page = signed_in(maya).get("/heavy/").content.decode()
    assert page.count("song number") == 2
    assert page.index("from your mentor") < page.index("my letter") < page.index("song number")


def test_who_waits_or_whose_walk_has_ended_keeps_what_is_theirs(match, maya, jonas, signed_in, keep):
    keep(maya, "my own words")
    keep(jonas, "given words", given_in=match)
    keep_words(by=maya, words="what it was like")
    leave_match(by=jonas, match=match)
    page = signed_in(maya).get("/heavy/").content.decode()
    assert "my own words" in page
    assert "what it was like" in page
    assert "Nobody walks with you here just now." in page
    folded = page.index("From a walk that has ended")
    assert folded < page.index("given words")  # kept, and opened by a press: it meets nobody unasked
    assert "given words" in signed_in(maya).get("/hope/").content.decode()
    noor = make_person("Noor")
    assert signed_in(noor).get("/heavy/").status_code == 200


def test_a_pause_is_said_and_the_rest_is_there(match, maya, jonas, signed_in, keep):
    keep(maya, "my own words")
    pause_match(by=jonas, match=match)
    page = signed_in(maya).get("/heavy/").content.decode()
    assert "taking a pause, so nobody is told" in page
    main = page[page.index("<main") : page.index("</main>")]
    assert 'href="/help/person/"' in main  # nobody can be told: then a person of the programme is named
    assert "You are not alone with it" not in main
    assert "my own words" in page
    assert "/heavy/say/" not in page


@pytest.mark.parametrize("words", TYPED)
def test_s1_words_are_kept_and_shown_as_they_were_typed(match, maya, jonas, signed_in, words):
    signed_in(maya).post("/heavy/words/", {"words": words.replace("\n", "\r\n"), "show_to": match.pk})
    assert HeavyDay.objects.get().words == words
    page = signed_in(maya).get("/heavy/").content.decode()
    held = re.search(r'<textarea name="words"[^>]*>\n(.*?)</textarea>', page, re.S)
    assert held is not None
    assert html.unescape(held[1]).replace("\r\n", "\n") == words
    shown = signed_in(jonas).get(f"/with/{match.pk}/heavy/").content.decode()
    assert html.escape(words) in shown.replace("&#x27;", "'") or words in html.unescape(shown)


@pytest.mark.parametrize("words", ["a\x00b", "a" * 10_001])
def test_what_cannot_be_kept_comes_back_whole_with_a_kind_sentence(match, maya, signed_in, words):
    answer = signed_in(maya).post("/heavy/words/", {"words": words})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert words in page
    assert "Null characters" not in page
    assert not HeavyDay.objects.exists()


def test_words_from_an_ended_session_come_back(match, maya, signed_in):
    client = signed_in(maya)
    stamp = re.search(r'name="typed_by" value="([^"]+)"', client.get("/heavy/").content.decode())
    assert stamp is not None
    client.logout()
    kept = client.post("/heavy/words/", {"words": "typed too late", "typed_by": stamp[1]})
    assert kept.status_code == 401
    assert "typed too late" in kept.content.decode()


def test_yesterdays_words_do_not_stand_in_todays_form(match, maya, signed_in):
    with time_machine.travel(timezone.now() - timedelta(days=1)):
        keep_words(by=maya, words="yesterday's weight")
    client = signed_in(maya)
    assert "yesterday" not in client.get("/heavy/").content.decode()
    assert "yesterday" in client.get("/heavy/days/").content.decode()


def test_the_other_is_seen_as_they_show_themselves_and_not_otherwise(match, maya, jonas, signed_in):
    picture = reverse("journey:pair_picture", args=[match.pk])
    client = signed_in(maya)
    show_picture(by=jonas, upload=photo(), shown=Shown(ShownTo.OTHER))
    assert picture in client.get("/heavy/").content.decode()
    remove_picture(by=jonas)
    assert picture not in client.get("/heavy/").content.decode()


def test_it_stays_quick_with_much_kept(match, maya, jonas, signed_in, keep, django_assert_max_num_queries):
    for number in range(40):
        keep(maya, f"kept {number}")
        keep(jonas, f"given {number}", given_in=match)
        Step.objects.create(owner=maya, words=f"step {number}", happened_on=timezone.localdate())
    say_today_is_heavy(by=maya, match=match)
    show_picture(by=jonas, upload=photo(), shown=Shown(ShownTo.OTHER))
    assert HopeItem.objects.count() == 80
    client = signed_in(maya)
    client.get("/heavy/")
    with django_assert_max_num_queries(13):
        client.get("/heavy/")
    for path, most in [("/hope/", 9), ("/heavy/days/", 7), (f"/with/{match.pk}/hope/", 10)]:
        with django_assert_max_num_queries(most):
            assert client.get(path).status_code == 200
    jonas_client = signed_in(jonas)
    jonas_client.get("/heavy/")
    with django_assert_max_num_queries(9):
        jonas_client.get(f"/with/{match.pk}/heavy/")


def test_nothing_of_it_is_kept_by_a_browser(match, maya, signed_in):
    client = signed_in(maya)
    for path in ("/heavy/", "/heavy/days/", "/hope/", f"/with/{match.pk}/heavy/", f"/with/{match.pk}/hope/"):
        assert "no-store" in client.get(path)["Cache-Control"]


@pytest.mark.parametrize("who", ["waits", "walks with two", "has walked"])
def test_without_one_pairs_page_home_still_shows_the_way(match, maya, jonas, signed_in, who):
    person = {"waits": make_person("Noor"), "walks with two": jonas, "has walked": maya}[who]
    if who == "walks with two":
        make_match(mentor=jonas, mentee=make_person("Ravi"))
    elif who == "has walked":
        leave_match(by=maya, match=match)
    assert 'href="/heavy/"' in signed_in(person).get("/").content.decode()


def test_what_the_other_gives_never_crowds_out_ones_own(match, maya, jonas, signed_in, keep, monkeypatch):
    monkeypatch.setattr(hope, "MOST_GIVEN_IN_A_DAY", 100)
    keep(maya, "Dear you, it lifts", HopeKind.LETTER)
    for number in range(70):
        keep(jonas, f"from Jonas {number}", given_in=match)
    page = signed_in(maya).get("/heavy/").content.decode()
    assert "Dear you, it lifts" in page
    assert "from Jonas 69" in page
