"""What the other sees: that it is heavy, how to be there, and one press that says so without words."""

import pytest

from walkalong.journey.heavy import hints
from walkalong.journey.heavy.errors import NotNow
from walkalong.journey.heavy.models import HeavyTelling
from walkalong.journey.heavy.notice_kinds import THOUGHT_OF
from walkalong.journey.heavy.services import say_today_is_heavy, show_you_think_of_them, take_back_heavy
from walkalong.matching.services import pause_match
from walkalong.notices.queries import unseen_of


def page(signed_in, person, match):
    return signed_in(person).get(f"/with/{match.pk}/heavy/").content.decode()


def test_a_mentor_reads_how_to_listen_and_that_they_are_not_the_one_who_rescues(
    match, maya, jonas, signed_in
):
    say_today_is_heavy(by=maya, match=match)
    seen = page(signed_in, jonas, match)
    assert "Today is heavy for Maya" in seen
    assert all(str(hint.title) in seen for hint in hints.FOR_A_MENTOR)
    assert "you are not the one who has to rescue" in seen
    assert 'href="/help/"' in seen[seen.index("<main") :]
    assert not unseen_of(jonas).exists()


def test_a_mentee_is_handed_nothing_to_carry(match, maya, jonas, signed_in):
    say_today_is_heavy(by=jonas, match=match)
    seen = page(signed_in, maya, match)
    assert "It is yours to know, and not yours to carry." in seen
    assert str(hints.FOR_A_MENTOR[1].title) not in seen


def test_late_or_after_a_taking_back_it_says_so_calmly(match, maya, jonas, signed_in):
    assert "Nothing is heavy here just now" in page(signed_in, jonas, match)
    say_today_is_heavy(by=maya, match=match)
    take_back_heavy(by=maya, match=match)
    assert "Nothing is heavy here just now" in page(signed_in, jonas, match)


def test_one_press_shows_that_one_is_thought_of_once(match, maya, jonas, signed_in):
    say_today_is_heavy(by=maya, match=match)
    client = signed_in(jonas)
    for _ in range(2):
        assert client.post(f"/with/{match.pk}/heavy/thinking-of-you/").status_code == 302
    assert unseen_of(maya).filter(kind=THOUGHT_OF).count() == 1
    told = signed_in(maya)
    notice = unseen_of(maya).get(kind=THOUGHT_OF)
    assert "Jonas is thinking of you." in told.get(notice.url, follow=True).content.decode()
    assert not unseen_of(maya).filter(kind=THOUGHT_OF).exists()
    assert "Jonas is thinking of you." in told.get("/").content.decode()


def test_without_a_heavy_day_or_in_a_pause_there_is_nothing_to_answer(match, maya, jonas):
    with pytest.raises(NotNow):
        show_you_think_of_them(by=jonas, match=match)
    say_today_is_heavy(by=maya, match=match)
    with pytest.raises(NotNow):
        show_you_think_of_them(by=maya, match=match)  # not of oneself
    pause_match(by=maya, match=match)
    with pytest.raises(NotNow):
        show_you_think_of_them(by=jonas, match=match)
    assert not HeavyTelling.objects.exclude(thought_of_at=None).exists()


def test_both_may_have_a_heavy_day_at_once(match, maya, jonas, signed_in):
    say_today_is_heavy(by=maya, match=match)
    say_today_is_heavy(by=jonas, match=match)
    assert "Today is heavy for Jonas" in page(signed_in, maya, match)
    assert "Today is heavy for Maya" in page(signed_in, jonas, match)


def test_the_home_and_the_room_show_it_to_the_other_alone(match, maya, jonas, signed_in):
    for where in (f"/home/{match.pk}/", f"/with/{match.pk}/"):
        assert "Today is heavy for" not in signed_in(jonas).get(where).content.decode()
    say_today_is_heavy(by=maya, match=match)
    for where in (f"/home/{match.pk}/", f"/with/{match.pk}/"):
        assert "Today is heavy for Maya" in signed_in(jonas).get(where).content.decode()
        assert "Today is heavy for" not in signed_in(maya).get(where).content.decode()
