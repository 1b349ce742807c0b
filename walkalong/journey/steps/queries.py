"""Reading journeys. What the other may see is asked of the match each time, never remembered."""

from typing import TypeVar
from uuid import UUID

from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet
from django.http import Http404

from walkalong.foundation.crypto.reading import readable, readable_or_404
from walkalong.journey.steps.models import Celebration, Lamp, Noticing, PairJourney, SharedStep, Step
from walkalong.journey.steps.rules import may_see_shared
from walkalong.matching.models import Match
from walkalong.matching.queries import match_for_member, matches_of, other_member
from walkalong.matching.rules import is_member
from walkalong.matching.states import MatchState
from walkalong.people.models import Person

Row = TypeVar("Row", Celebration, Noticing)
CURRENT = (MatchState.ACTIVE, MatchState.PAUSED)
LATEST_FIRST = ("-happened_on", "-id")


def own_steps(person: Person) -> QuerySet[Step]:
    """Everything on this person's way, private or shared, the latest first."""
    return Step.objects.filter(owner=person).order_by(*LATEST_FIRST)


def steps_shared_with(match: Match, reader: Person) -> QuerySet[Step]:
    """What the other of this match shows to `reader` now; nothing once the match has ended."""
    return steps_of_both(match, reader).filter(owner=other_member(match, reader))


def steps_of_both(match: Match, reader: Person) -> QuerySet[Step]:
    """What each of the two shows the other, as either of them sees it; the latest first."""
    if not is_member(reader, match):
        return Step.objects.none()
    shown = Step.objects.filter(shares__match=match, shares__match__state__in=CURRENT)
    return shown.order_by(*LATEST_FIRST)


def for_own_page(steps: QuerySet[Step]) -> QuerySet[Step]:
    """With whom each is shared now, and all that was given to it."""
    shares = SharedStep.objects.filter(match__state__in=CURRENT)
    return steps.select_related("about").prefetch_related(
        Prefetch("shares", shares.select_related("match__mentee", "match__mentor"), to_attr="shown_in"),
        Prefetch("celebrations", _given().select_related("by"), to_attr="given"),
        Prefetch("lamps", Lamp.objects.select_related("by").order_by("lit_at"), to_attr="lit"),
    )


def for_both(steps: QuerySet[Step], match: Match) -> QuerySet[Step]:
    """With what was given to each in this match, and whether what it is about is shown here too."""
    about_shown = SharedStep.objects.filter(match=match, step=OuterRef("about"))
    return (
        steps.select_related("about", "owner")
        .annotate(about_is_shown=Exists(about_shown))
        .prefetch_related(
            Prefetch("celebrations", _given().filter(match=match).select_related("by"), to_attr="given"),
            Prefetch("lamps", Lamp.objects.filter(match=match).order_by("lit_at"), to_attr="lit"),
        )
    )


def _given() -> QuerySet[Celebration]:
    return Celebration.objects.order_by("created_at", "id")


def own_step(person: Person, step_id: UUID) -> Step:
    """A step of one's own; Http404 for any other, as for one that does not exist."""
    return _with_what_can_be_read(for_own_page(own_steps(person)).filter(pk=step_id).first())


def shared_step(match: Match, reader: Person, step_id: UUID) -> Step:
    """A step that one of the two shows the other; Http404 for any other."""
    return _with_what_can_be_read(for_both(steps_of_both(match, reader), match).filter(pk=step_id).first())


def _with_what_can_be_read(step: Step | None) -> Step:
    found = readable_or_404(step)
    found.given = readable(found.given)  # type: ignore[attr-defined]
    return found


def step_of_the_other(match: Match, reader: Person, step_id: UUID) -> Step:
    """A step that the other shows to this reader; Http404 for any other, one's own included."""
    return readable_or_404(
        steps_shared_with(match, reader).select_related("owner").filter(pk=step_id).first()
    )


def walk_of(person: Person, match_id: UUID) -> Match:
    """A match of this member's that has not ended; Http404 otherwise."""
    match = match_for_member(person, match_id)
    if not may_see_shared(person, match):
        raise Http404
    return match


def current_walks(person: Person) -> list[Match]:
    return [match for match in matches_of(person) if match.state != MatchState.ENDED]


def celebration_near(person: Person, celebration_id: UUID) -> Celebration:
    """What this person gave or was given. Whether they may see it still is for the rules."""
    near = Celebration.objects.filter(Q(step__owner=person) | Q(by=person))
    found = near.select_related("step__owner", "match__mentee", "match__mentor", "by").filter(
        pk=celebration_id
    )
    return _one(found)


def noticing_about(person: Person, match: Match, noticing_id: UUID) -> Noticing:
    """What the other noticed about this person, still open or not."""
    return _one(_noticings(match).exclude(by=person).filter(pk=noticing_id))


def noticing_by(person: Person, match: Match, noticing_id: UUID) -> Noticing:
    return _one(_noticings(match).filter(by=person, pk=noticing_id))


def open_noticings_about(person: Person, match: Match) -> list[Noticing]:
    """What the other noticed and this person has not answered."""
    return readable(_noticings(match).filter(answered_at=None).exclude(by=person))


def noticings_by(person: Person, match: Match) -> list[Noticing]:
    """What this person noticed, until the other made a step of it that they show.

    Whether it was let be, waits, or became a step that is not shown, looks the same.
    """
    shown = SharedStep.objects.filter(match=match, step=OuterRef("step"))
    return readable(_noticings(match).filter(~Exists(shown), by=person)[:10])


def _noticings(match: Match) -> QuerySet[Noticing]:
    found = Noticing.objects.filter(match=match).select_related("match__mentee", "match__mentor", "by")
    return found.order_by("-created_at")


def _one(found: QuerySet[Row]) -> Row:
    return readable_or_404(found.first())


def change_number(match: Match) -> int:
    """How many changes of what the two show each other there were."""
    last = PairJourney.objects.filter(match=match).values_list("last_change", flat=True).first()
    return last or 0
