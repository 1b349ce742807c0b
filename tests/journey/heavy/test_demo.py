"""The demo shows a filled box, an empty one, and a day that is heavy today."""

import pytest

from walkalong.config.demo import load_demo_programme
from walkalong.journey.heavy import demo
from walkalong.journey.heavy.models import HeavyTelling, HopeItem
from walkalong.people.models import Person
from walkalong.people.queries import forget_programme


@pytest.mark.django_db
def test_the_demo_has_hope_in_a_box_and_a_heavy_day_and_loading_again_changes_nothing():
    forget_programme()  # one that another test left behind
    load_demo_programme()
    maya, ravi = (Person.objects.get(display_name=name) for name in ("Maya", "Ravi"))
    assert {item.kind for item in HopeItem.objects.filter(owner=maya)} == {
        "words",
        "song",
        "picture",
        "letter",
    }
    assert HopeItem.objects.filter(owner=maya).exclude(giver=maya).exists()
    assert not HopeItem.objects.filter(owner=ravi).exists()
    assert HeavyTelling.objects.get().day.person == ravi
    before = HopeItem.objects.count()
    jonas = Person.objects.get(display_name="Jonas")
    demo.load({"mentee": maya, "mentor": jonas, "mentee2": ravi})
    assert (HopeItem.objects.count(), HeavyTelling.objects.count()) == (before, 1)
