"""Reading requests, and who would receive one."""

from dataclasses import dataclass
from uuid import UUID

from django.db.models import Case, IntegerField, Q, QuerySet, Value, When
from django.http import Http404
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from walkalong.matching.models import Match
from walkalong.matching.states import MatchState
from walkalong.people.models import Person, Role
from walkalong.people.queries import active_staff, has_role
from walkalong.people.second_factor import staff_let_in
from walkalong.safety.models import HumanRequest
from walkalong.safety.states import RequestState


@dataclass(frozen=True)
class Known:
    """Somebody a person knows here, and as what."""

    person: Person
    as_what: str | Promise


def who_receives(*, by: Person | None = None, about: Person | None = None) -> QuerySet[Person]:
    """The staff who would get it and can open it: not the one it is about (S10), nor the one who writes."""
    named = [person.pk for person in (by, about) if person is not None]
    return staff_let_in().exclude(pk__in=named)


def requests_for(staff: Person) -> QuerySet[HumanRequest]:
    """What this member of staff may handle, whatever waits first. Nothing for anybody else."""
    if not staff.is_active or not has_role(staff, Role.STAFF):
        return HumanRequest.objects.none()
    waiting_first = Case(
        When(state=RequestState.RECEIVED, then=Value(0)),
        When(state=RequestState.TAKEN, then=Value(1)),
        default=Value(2),
        output_field=IntegerField(),
    )
    mine_not = Q(about_person=staff) | Q(from_person=staff)
    # exclude() must let rows through where nobody is named
    return (
        HumanRequest.objects.exclude(pk__in=HumanRequest.objects.filter(mine_not).values("pk"))
        .select_related("from_person", "acknowledged_by")
        .defer("words", "attached", "close_reason")
        .order_by(waiting_first, "created_at")
    )


def open_requests_of(person: Person, *, topic: str) -> QuerySet[HumanRequest]:
    """Theirs that nobody has closed yet, without the words."""
    mine = HumanRequest.objects.filter(from_person=person, topic=topic)
    return mine.exclude(state=RequestState.CLOSED).defer("words", "attached", "close_reason")


def request_for(staff: Person, request_id: UUID) -> HumanRequest:
    """One of `requests_for`; Http404 for any other, as for one that does not exist."""
    found = requests_for(staff).select_related("about_person").filter(pk=request_id).first()
    if found is None:
        raise Http404
    return found


def something_waits(staff: Person) -> bool:
    """Whether a request waits that this member of staff could take."""
    return requests_for(staff).filter(state=RequestState.RECEIVED).exists()


def own_requests(person: Person) -> QuerySet[HumanRequest]:
    """What this person told, latest first: its state, without the words."""
    return (
        HumanRequest.objects.filter(from_person=person)
        .select_related("acknowledged_by")
        .defer("words", "attached", "close_reason")
        .order_by("-created_at")
    )


def own_request(person: Person, request_id: UUID) -> HumanRequest:
    found = own_requests(person).filter(pk=request_id).first()
    if found is None:
        raise Http404
    return found


def walks_of(person: Person) -> list[Match]:
    """Matches this person walks or walked in, or looks after, with their people: one query."""
    part = Q(mentee=person) | Q(mentor=person) | Q(ambassador=person)
    return list(Match.objects.filter(part).select_related("mentee", "mentor", "ambassador").order_by("-id"))


def people_known_to(person: Person, walks: list[Match] | None = None) -> list[Known]:
    """Whom a request may be about: the people of one's walks, past ones too, and staff."""
    known: dict[object, Known] = {}
    for match in walks_of(person) if walks is None else walks:
        for other, as_what in (
            (match.mentor, _("mentor")),
            (match.mentee, _("mentee")),
            (match.ambassador, _("match ambassador")),
        ):
            if other is not None and other.pk != person.pk:
                known.setdefault(other.pk, Known(other, as_what))
    for other in active_staff().exclude(pk=person.pk):
        known.setdefault(other.pk, Known(other, _("staff")))
    return list(known.values())


def current_walks(walks: list[Match]) -> list[Match]:
    return [match for match in walks if match.state != MatchState.ENDED]
