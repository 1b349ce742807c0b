import pytest

from walkalong.care import demo
from walkalong.care.models import Contact
from walkalong.care.queries import looked_after_by
from walkalong.matching import demo as matching
from walkalong.people import demo as people


@pytest.mark.django_db
def test_the_demo_ambassador_has_stayed_in_touch_and_loading_twice_changes_nothing() -> None:
    cast = people.load()
    matching.load(cast)
    for _ in range(2):
        demo.load(cast)
    assert Contact.objects.count() == 6
    assert len(looked_after_by(cast["ambassador"])) == 3
