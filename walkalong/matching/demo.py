"""Who walks with whom in the demo programme. Loading twice changes nothing."""

from datetime import date, timedelta

from django.utils import timezone

from walkalong.matching.services import join_by_hand
from walkalong.matching.year import month_number
from walkalong.notices.services import mark_seen
from walkalong.people.models import Person

# mentee, mentor, the month of their year. Noor and Theo wait.
WALKS = (("mentee", "mentor", 3), ("mentee2", "mentor", 7), ("mentee3", "mentor2", 11))


def load(people: dict[str, Person]) -> None:
    """Join the demo's pairs by the service that staff use, each as far into the year as the cast says."""
    for mentee, mentor, month in WALKS:
        match = join_by_hand(
            by=people["staff"],
            mentee=people[mentee],
            mentor=people[mentor],
            ambassador=people["ambassador"],
            started_on=_first_day_of_a_walk_in(month),
        )
        for person in (match.mentee, match.mentor, people["ambassador"]):
            mark_seen(person=person, key=f"joined:{match.id}")
            mark_seen(person=person, key=f"care:{match.id}")


def _first_day_of_a_walk_in(month: int) -> date:
    """A day some two weeks into this month of a walk."""
    today = timezone.now().date()
    started = today - timedelta(days=14)
    while month_number(started, today) < month:
        started -= timedelta(days=1)
    return started - timedelta(days=13)
