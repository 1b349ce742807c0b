"""Each person's first page: the two at its centre, or where they are while they wait."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from walkalong.home.doors import door_for_heavy_days, doors_of
from walkalong.home.months import whole_year
from walkalong.home.pages import (
    current_of,
    kept_ended,
    pair_context,
    several,
    waiting_context,
    walking_context,
)
from walkalong.matching.queries import matches_of, month_of
from walkalong.matching.states import MatchState
from walkalong.matching.year import LAST_MONTH
from walkalong.people.access import PersonRequest


@require_safe
def home(request: PersonRequest) -> HttpResponse:
    person = request.user
    walks = matches_of(person, faces=True)
    current = current_of(walks)
    if len(current) == 1:
        context = walking_context(person, current[0], walks)
        return render(request, "home/pair.html", {**context, "doors": doors_of(person)})
    doors = [*door_for_heavy_days(person, walks=bool(walks)), *doors_of(person)]
    context = {"ended": kept_ended(walks), "doors": doors}
    if current:
        return render(request, "home/walks.html", {**context, **several(person, current)})
    return render(request, "home/waiting.html", {**context, **waiting_context(person)})


@require_safe
def pair(request: PersonRequest, match_id: UUID) -> HttpResponse:
    walks = matches_of(request.user, faces=True)
    match = next((match for match in walks if match.id == match_id), None)
    if match is None:
        raise Http404
    if match.state == MatchState.ENDED:
        return render(request, "home/after.html", pair_context(request.user, match, walks))
    return render(request, "home/pair.html", walking_context(request.user, match, walks))


@require_safe
def year(request: PersonRequest) -> HttpResponse:
    """The whole year in words, with a light on the months in which this person walks now."""
    here = {min(month_of(walk), LAST_MONTH + 1) for walk in current_of(matches_of(request.user))}
    return render(request, "home/year.html", {"year": whole_year(), "here": here})
