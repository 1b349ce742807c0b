"""A prepared query answers exactly what the queryset would, for every value."""

from datetime import UTC, datetime, timedelta
from uuid import UUID, uuid4

import pytest
from django.db.models import F, Q
from django.utils import timezone

from tests.factories import make_person
from tests.factories_match import make_match
from walkalong.foundation.prepared import Prepared
from walkalong.matching.models import Match
from walkalong.people.models import Person, Role, RoleGrant

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


def test_a_moment_may_be_a_value() -> None:
    maya = make_person("Maya")
    prepared = Prepared(lambda since: Person.objects.filter(date_joined__gt=since), since=datetime)

    assert prepared(since=timezone.now() - timedelta(hours=1)) == [maya]
    assert prepared(since=datetime(2100, 1, 1, tzinfo=UTC)) == []


def test_what_is_worked_out_beside_the_fields_comes_along() -> None:
    match = make_match()
    prepared = Prepared(
        lambda match: Match.objects.filter(pk=match).annotate(walker=F("mentee__display_name")), match=UUID
    )

    assert prepared(match=match.pk)[0].walker == match.mentee.display_name  # type: ignore[attr-defined]


def test_plain_values_come_as_tuples() -> None:
    maya = make_person("Maya", (Role.MENTEE,))
    prepared = Prepared(
        lambda person: RoleGrant.objects.filter(person_id=person).values_list("role", "person_id"),
        person=UUID,
    )

    assert prepared(person=maya.pk) == [(Role.MENTEE, maya.pk)]


@pytest.mark.parametrize(
    "people",
    [
        Person.objects.values("pk"),
        Person.objects.values_list("pk", flat=True),
        Person.objects.prefetch_related("role_grants"),
        Person.objects.annotate(called=F("display_name")).values_list("called"),
    ],
)
def test_rows_it_would_read_otherwise_than_the_queryset_are_refused(people) -> None:  # type: ignore[no-untyped-def]
    prepared = Prepared(lambda person: people.filter(pk=person), person=UUID)

    with pytest.raises(TypeError):
        prepared(person=uuid4())
