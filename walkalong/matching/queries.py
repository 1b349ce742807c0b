"""Reading matches."""

from datetime import date, timedelta
from uuid import UUID

from django.db.models import Case, F, IntegerField, Q, QuerySet, Value, When
from django.http import Http404
from django.utils import timezone

from walkalong.matching.faces import with_faces
from walkalong.matching.models import Match, Pause
from walkalong.matching.states import MatchState
from walkalong.matching.year import Stage, month_number
from walkalong.matching.year import stage_of as stage_of  # callers ask queries for both
from walkalong.people.models import Person

MENTEES_AT_MOST = 3
LOOKED_AFTER_FOR = timedelta(days=60)  # so long after its end a match can still ask for somebody


def _with_people(matches: QuerySet[Match]) -> QuerySet[Match]:
    return matches.select_related("mentee", "mentor", "ambassador")


def matches_of(person: Person, *, faces: bool = False) -> list[Match]:
    """Every match this person walks or walked in, the current ones first, then the latest ended.

    `faces`: with whether each of the two shows the other their picture, in the same query.
    """
    current_first = Case(
        When(state=MatchState.ENDED, then=Value(1)), default=Value(0), output_field=IntegerField()
    )
    found = Match.objects.filter(Q(mentee=person) | Q(mentor=person))
    found = with_faces(found) if faces else found
    return list(_with_people(found).order_by(current_first, "-ended_at", "started_on", "id"))


def match_for_member(person: Person, match_id: UUID) -> Match:
    """The match if this person is one of the two, in one query; Http404 otherwise, as for one that is not."""
    try:
        return _with_people(Match.objects.filter(Q(mentee=person) | Q(mentor=person))).get(pk=match_id)
    except Match.DoesNotExist:
        raise Http404 from None


def current_matches() -> QuerySet[Match]:
    """Matches that have not ended, with their people."""
    return _with_people(Match.objects.exclude(state=MatchState.ENDED)).order_by("started_on", "id")


def ended_matches() -> QuerySet[Match]:
    """Matches that have ended, the latest first, with their people."""
    return _with_people(Match.objects.filter(state=MatchState.ENDED)).order_by("-ended_at", "id")


def matches_to_look_after() -> QuerySet[Match]:
    """Current matches, and before them those just ended: each of the two may still need somebody."""
    found = Match.objects.exclude(ended_at__lte=timezone.now() - LOOKED_AFTER_FOR)
    return _with_people(found).order_by(F("ended_at").desc(nulls_last=True), "started_on", "id")


def matches_of_ambassador(person: Person) -> QuerySet[Match]:
    """The current matches this person looks after."""
    return current_matches().filter(ambassador=person)


def match_for_ambassador(person: Person, match_id: UUID) -> Match:
    """The match if this person looks after it, ended or not; Http404 otherwise."""
    try:
        return _with_people(Match.objects.filter(ambassador=person)).get(pk=match_id)
    except Match.DoesNotExist:
        raise Http404 from None


def other_member(match: Match, person: Person) -> Person:
    """The other of the two."""
    return match.mentor if person.pk == match.mentee_id else match.mentee


def has_room_for_a_mentee(mentor: Person) -> bool:
    return Match.objects.exclude(state=MatchState.ENDED).filter(mentor=mentor).count() < MENTEES_AT_MOST


def open_pauses(match: Match) -> list[Pause]:
    """Pauses nobody has lifted yet: at most one of each member."""
    if match.state != MatchState.PAUSED:
        return []
    return list(match.pauses.filter(until=None).order_by("since"))


def month_of(match: Match, today: date | None = None) -> int:
    """The running month of the walk on the reader's date, 1 and up; above 12 the year is over.

    An ended walk stays in the month in which it ended.
    """
    today = today or timezone.localdate()
    if match.ended_at is not None:
        today = min(today, timezone.localdate(match.ended_at))
    return month_number(match.started_on, today)


def stage_now(match: Match, today: date | None = None) -> Stage:
    return stage_of(month_of(match, today))
