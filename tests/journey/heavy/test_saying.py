"""Saying that today is heavy: one press, told once, never quoted, taken back at once."""

from datetime import timedelta

import pytest
import time_machine
from django.db import connection
from django.http import Http404
from django.utils import timezone

from tests.factories import make_person
from tests.factories_match import make_match
from walkalong.journey.heavy.errors import NotNow
from walkalong.journey.heavy.models import HeavyDay, HeavyTelling
from walkalong.journey.heavy.notice_kinds import HEAVY
from walkalong.journey.heavy.queries import told_to
from walkalong.journey.heavy.services import (
    forget_heavy_day,
    forget_who_was_told,
    keep_words,
    say_today_is_heavy,
    take_back_heavy,
)
from walkalong.matching.services import leave_match, pause_match, stop_contact
from walkalong.notices.models import Mail, Notice
from walkalong.notices.queries import unseen_of
from walkalong.people.models import Agreement, Role
from walkalong.people.services import deactivate_person

ROLES = ["mentee", "mentor"]


def later(**spent: int):
    return time_machine.travel(timezone.now() + timedelta(**spent), tick=False)


@pytest.mark.parametrize("role", ROLES)
def test_one_press_tells_the_other_and_nobody_else(match, signed_in, role):
    by = getattr(match, role)
    other = match.mentor if role == "mentee" else match.mentee
    answer = signed_in(by).post(f"/with/{match.pk}/heavy/say/")
    assert (answer.status_code, answer["Location"]) == (302, "/heavy/")
    assert [(notice.person, notice.kind) for notice in Notice.objects.all()] == [(other, HEAVY)]
    assert told_to(other, match) is not None
    assert told_to(by, match) is None


def test_two_heavy_days_in_an_hour_are_one_and_tell_once(match, maya, jonas):
    say_today_is_heavy(by=maya, match=match)
    Notice.objects.update(seen_at=timezone.now())
    with later(minutes=50):
        say_today_is_heavy(by=maya, match=match)
        assert HeavyDay.objects.count() == 1
        assert not unseen_of(jonas).exists()
    with later(minutes=70):
        say_today_is_heavy(by=maya, match=match)
        assert HeavyDay.objects.count() == 2
        assert unseen_of(jonas).count() == 1


def test_taking_back_takes_an_unseen_notice_along_and_saying_it_again_tells_again(match, maya, jonas):
    say_today_is_heavy(by=maya, match=match)
    take_back_heavy(by=maya, match=match)
    assert told_to(jonas, match) is None
    assert not unseen_of(jonas).exists()
    say_today_is_heavy(by=maya, match=match)
    assert told_to(jonas, match) is not None
    assert unseen_of(jonas).count() == 1
    assert HeavyDay.objects.count() == 1


@pytest.mark.parametrize("how_far", ["seen", "mailed"])
def test_what_has_reached_the_other_is_not_told_again_within_the_hour(match, maya, jonas, how_far):
    say_today_is_heavy(by=maya, match=match)
    if how_far == "seen":
        Notice.objects.update(seen_at=timezone.now())
    else:
        Notice.objects.update(mail=Mail.SENT)
    before = Notice.objects.count()
    take_back_heavy(by=maya, match=match)
    say_today_is_heavy(by=maya, match=match)
    assert Notice.objects.count() == before
    assert told_to(jonas, match) is not None


def test_the_words_are_ones_own_until_they_are_shown_and_again_when_they_are_not(
    match, maya, jonas, signed_in
):
    say_today_is_heavy(by=maya, match=match)
    keep_words(by=maya, words="  like wet sand\n")
    listening = f"/with/{match.pk}/heavy/"
    assert "wet sand" not in signed_in(jonas).get(listening).content.decode()
    keep_words(by=maya, words="  like wet sand\n", shown_in=match)
    assert "  like wet sand\n" in signed_in(jonas).get(listening).content.decode()
    keep_words(by=maya, words="only mine")
    page = signed_in(jonas).get(listening).content.decode()
    assert "wet sand" not in page
    assert "only mine" not in page
    assert HeavyDay.objects.get().words == "only mine"


def test_words_that_are_shown_tell_that_today_is_heavy_and_words_for_oneself_tell_nobody(match, maya, jonas):
    keep_words(by=maya, words="for me")
    assert not Notice.objects.exists()
    assert told_to(jonas, match) is None
    keep_words(by=maya, words="for you", shown_in=match)
    assert told_to(jonas, match).day.words == "for you"
    assert unseen_of(jonas).count() == 1


def test_words_that_were_taken_back_do_not_come_along_when_the_day_is_said_again(
    match, maya, jonas, signed_in
):
    keep_words(by=maya, words="bullfinch", shown_in=match)
    take_back_heavy(by=maya, match=match)
    say_today_is_heavy(by=maya, match=match)  # "and nothing more", as the button says
    assert "bullfinch" not in signed_in(jonas).get(f"/with/{match.pk}/heavy/").content.decode()
    own = signed_in(maya).get("/heavy/").content.decode()
    assert "and nothing more" in own
    assert "bullfinch" in own


def test_no_notice_and_no_row_holds_a_word_of_it(match, maya):
    say_today_is_heavy(by=maya, match=match)
    keep_words(by=maya, words="bullfinch", shown_in=match)
    assert "bullfinch" not in repr(list(Notice.objects.values()))
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM journey_heavyday")
        assert "bullfinch" not in repr(cursor.fetchall())


@pytest.mark.parametrize("act", [pause_match, leave_match, stop_contact])
@pytest.mark.parametrize("who", ROLES)
def test_whoever_rests_or_goes_nobody_is_told_and_nothing_is_shown_any_more(match, maya, jonas, act, who):
    say_today_is_heavy(by=maya, match=match)
    act(by=getattr(match, who), match=match)
    assert told_to(jonas, match) is None
    Notice.objects.all().delete()
    with pytest.raises(NotNow):
        say_today_is_heavy(by=maya, match=match)
    with pytest.raises(NotNow):
        keep_words(by=maya, words="x", shown_in=match)
    assert not Notice.objects.filter(kind=HEAVY).exists()


def test_after_the_others_account_was_closed_nobody_is_told_and_the_rest_stands(
    match, maya, jonas, signed_in, keep
):
    keep(maya, "still true")
    deactivate_person(by=make_person("Ada", (Role.STAFF,)), person=jonas)
    client = signed_in(maya)
    answer = client.post(f"/with/{match.pk}/heavy/say/", follow=True)
    page = answer.content.decode()
    assert answer.status_code == 200
    assert "Nobody was told just now." in page
    assert "Nobody walks with you here just now." in page
    assert "still true" in page
    assert not HeavyTelling.objects.exists()


def test_before_the_agreement_nobody_is_told_and_the_way_to_it_is_shown(match, maya, signed_in):
    Agreement.objects.filter(person=maya).delete()
    page = signed_in(maya).post(f"/with/{match.pk}/heavy/say/", follow=True).content.decode()
    assert "/me/agreements/" in page
    assert not HeavyTelling.objects.exists()


def test_somebody_elses_match_is_a_404(match, signed_in):
    stranger = make_match(mentee=make_person("Ravi"), mentor=make_person("Claire", (Role.MENTOR,)))
    for person in (stranger.mentee, stranger.mentor, match.ambassador):
        client = signed_in(person)
        for act in ("say", "take-back", "thinking-of-you"):
            assert client.post(f"/with/{match.pk}/heavy/{act}/").status_code == 404
        assert client.post("/heavy/words/", {"words": "x", "show_to": match.pk}).status_code == 404
    with pytest.raises(Http404):
        say_today_is_heavy(by=stranger.mentee, match=match)
    assert not HeavyDay.objects.exists()


def test_it_fades_by_itself(match, maya, jonas):
    say_today_is_heavy(by=maya, match=match)
    with later(hours=17):
        assert told_to(jonas, match) is None


def test_a_mentor_tells_one_mentee_and_not_the_others(match, jonas):
    other = make_match(mentor=jonas, mentee=make_person("Ravi"))
    say_today_is_heavy(by=jonas, match=match)
    assert told_to(match.mentee, match) is not None
    assert told_to(other.mentee, other) is None
    say_today_is_heavy(by=jonas, match=other)
    assert HeavyDay.objects.count() == 1
    assert unseen_of(other.mentee).count() == 1


def test_a_day_is_forgotten_with_its_words_and_only_by_its_owner(match, maya, jonas, signed_in):
    say_today_is_heavy(by=maya, match=match)
    day = keep_words(by=maya, words="gone soon", shown_in=match)
    address = f"/heavy/days/{day.pk}/remove/"
    assert signed_in(jonas).post(address).status_code == 404
    with pytest.raises(Http404):
        forget_heavy_day(by=jonas, day=day)
    assert "gone soon" in signed_in(maya).get("/heavy/days/").content.decode()
    assert signed_in(maya).get(address).status_code == 200
    assert signed_in(maya).post(address).status_code == 302
    assert not HeavyDay.objects.exists()
    assert not HeavyTelling.objects.exists()
    assert not unseen_of(jonas).exists()


def test_whom_it_was_told_to_is_forgotten_and_the_day_stays_its_owners(match, maya):
    say_today_is_heavy(by=maya, match=match)
    assert forget_who_was_told() == 0
    with later(days=3):
        assert forget_who_was_told() == 1
        assert forget_who_was_told() == 0
    assert HeavyDay.objects.filter(person=maya).exists()
