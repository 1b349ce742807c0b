"""A prepared query answers exactly what the queryset would, for every value."""

from uuid import UUID, uuid4

import pytest
from django.db.models import Q

from tests.factories import make_person
from tests.factories_match import make_match
from walkalong.foundation.prepared import Prepared
from walkalong.matching.models import Match
from walkalong.people.models import Person

pytestmark = pytest.mark.django_db


def matches_of(person: UUID, match: UUID):  # type: ignore[no-untyped-def]
    return Match.objects.filter(Q(mentee=person) | Q(mentor=person), pk=match).select_related("mentee")


def test_it_answers_for_each_value_what_the_queryset_answers() -> None:
    one, two = make_match(), make_match()
    prepared = Prepared(matches_of, person=UUID, match=UUID)

    for match in (one, two):
        for person in (one.mentee_id, one.mentor_id, two.mentee_id, two.mentor_id, uuid4()):
            assert prepared(person=person, match=match.pk) == list(matches_of(person, match.pk))


def test_related_rows_come_along_without_another_query(django_assert_num_queries) -> None:  # type: ignore[no-untyped-def]
    match = make_match()
    prepared = Prepared(matches_of, person=UUID, match=UUID)
    prepared(person=match.mentee_id, match=match.pk)

    with django_assert_num_queries(1):
        (found,) = prepared(person=match.mentee_id, match=match.pk)
        assert found.mentee.display_name == match.mentee.display_name


def test_what_changed_in_between_is_seen() -> None:
    maya = make_person("Maya")
    prepared = Prepared(lambda person: Person.objects.filter(pk=person), person=UUID)
    assert prepared(person=maya.pk)[0].display_name == "Maya"

    Person.objects.filter(pk=maya.pk).update(display_name="Maya K.")

    assert prepared(person=maya.pk)[0].display_name == "Maya K."


@pytest.mark.parametrize("values", [{}, {"person": None}, {"person": "x"}, {"person": uuid4(), "more": 1}])
def test_anything_but_the_values_it_was_made_for_is_refused(values: dict[str, object]) -> None:
    prepared = Prepared(lambda person: Person.objects.filter(pk=person), person=UUID)

    with pytest.raises(TypeError):
        prepared(**values)  # type: ignore[arg-type]


def test_a_value_the_query_does_not_carry_plainly_is_refused() -> None:
    prepared = Prepared(lambda number: Person.objects.order_by("pk")[:number], number=int)

    with pytest.raises(TypeError):
        prepared(number=3)
