"""Two presses at the same moment, on real connections."""

from uuid import uuid4

import pytest

from tests.factories import make_programme
from tests.factories_match import make_match
from tests.people.test_races import AT_ONCE, all_at_once
from walkalong.journey.heavy.errors import NotNow
from walkalong.journey.heavy.kinds import HopeKind
from walkalong.journey.heavy.models import HeavyDay, HeavyTelling, HopeItem
from walkalong.journey.heavy.queries import told_to
from walkalong.journey.heavy.services import put_into_hope_box, say_today_is_heavy
from walkalong.matching.models import Match
from walkalong.matching.services import stop_contact
from walkalong.notices.models import Notice

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def match() -> Match:
    make_programme()
    return make_match()


def test_a_heavy_day_pressed_several_times_at_once_is_one_and_tells_once(match):
    all_at_once([lambda: say_today_is_heavy(by=match.mentee, match=match)] * AT_ONCE)
    assert (HeavyDay.objects.count(), HeavyTelling.objects.count(), Notice.objects.count()) == (1, 1, 1)


def test_a_stop_at_the_same_moment_leaves_nothing_to_see(match):
    def say():
        try:
            return say_today_is_heavy(by=match.mentee, match=match)
        except NotNow:
            return None

    all_at_once([say, lambda: stop_contact(by=match.mentor, match=match)])
    assert told_to(match.mentor, Match.objects.get(pk=match.pk)) is None


def test_one_press_that_arrives_several_times_puts_one_thing_into_the_box(match):
    press = uuid4()

    def put():
        return put_into_hope_box(
            by=match.mentor, kind=HopeKind.WORDS, words="once", given_in=match, press_id=press
        )

    assert len({item.pk for item in all_at_once([put] * AT_ONCE)}) == 1
    assert HopeItem.objects.count() == 1
