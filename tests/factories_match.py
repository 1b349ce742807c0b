"""Matches for the tests of every room."""

from datetime import date

from django.utils import timezone

from tests.factories import make_person
from walkalong.matching.models import Match
from walkalong.people.models import Person, Role


def make_match(
    mentee: Person | None = None,
    mentor: Person | None = None,
    ambassador: Person | None = None,
    *,
    started_on: date | None = None,
) -> Match:
    """An active match; whoever is not given is made, with the right role and everything agreed to."""
    return Match.objects.create(
        mentee=mentee or make_person("Maya", (Role.MENTEE,)),
        mentor=mentor or make_person("Jonas", (Role.MENTOR,)),
        ambassador=ambassador or make_person("Sam", (Role.AMBASSADOR,)),
        started_on=started_on or timezone.now().date(),
    )
