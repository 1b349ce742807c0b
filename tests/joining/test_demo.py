"""The demo shows what staff can do with the programme's words."""

import pytest
from django.urls import reverse

from walkalong.joining import demo, queries
from walkalong.joining.models import ContentVersion
from walkalong.people import demo as people

pytestmark = pytest.mark.django_db


def test_loading_twice_changes_nothing() -> None:
    cast = people.load()
    for _time in range(2):
        demo.load(cast)
    assert ContentVersion.objects.count() == 3
    assert queries.situations()[-1][1].title == "A ticket for two"


def test_their_page_differs_from_the_shipped_one_and_shows_it(signed_in) -> None:
    cast = people.load()
    demo.load(cast)
    page = signed_in(cast["mentee"]).get(reverse("joining:expect")).content.decode()
    assert "glad you did" in page
    assert [each.changed_by for each in queries.versions_of("what-to-expect")] == [
        cast["staff2"],
        cast["staff"],
    ]
