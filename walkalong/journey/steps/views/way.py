"""The timeline: one's own, and the one of the two."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from walkalong.journey.steps import notice_kinds, queries
from walkalong.journey.steps.anniversaries import anniversaries
from walkalong.journey.steps.days import today_of
from walkalong.journey.steps.kinds import Mark
from walkalong.journey.steps.rules import may_add_to_journey, may_give, may_see_journey
from walkalong.journey.steps.topics import topic_of
from walkalong.journey.steps.way import Place, own_marks, place_in, stretch_of
from walkalong.matching.queries import match_for_member, matches_of, other_member
from walkalong.matching.states import MatchState
from walkalong.notices.services import mark_seen
from walkalong.people.access import PersonRequest, require


@never_cache
@require_safe
def way(request: PersonRequest) -> HttpResponse:
    """One's own way, whole: what is shared and what is not."""
    person = request.user
    require(may_see_journey, person)
    walks = matches_of(person)
    days = anniversaries(person, walks, today_of(person))
    steps = queries.for_own_page(queries.own_steps(person))
    context = {
        "stretch": stretch_of(person, steps, days, _place(request), own_marks(person)),
        "may_add": may_add_to_journey(person),
        "walks": [match for match in walks if match.state != MatchState.ENDED],
    }
    return render(request, "journey/steps/way.html", context)


@never_cache
@require_safe
def both(request: PersonRequest, match_id: UUID) -> HttpResponse:
    """What each of the two shows the other; after the end each goes on with their own."""
    person = request.user
    match = match_for_member(person, match_id)
    if match.state == MatchState.ENDED:
        return redirect("journey:way")
    change = queries.change_number(match)  # before the rest: what comes meanwhile is then told live
    steps = queries.for_both(queries.steps_of_both(match, person), match)
    days = anniversaries(person, [match], today_of(person))
    context = {
        "match": match,
        "other": other_member(match, person),
        "stretch": stretch_of(person, steps, days, _place(request)),
        "noticed": queries.open_noticings_about(person, match),
        "noticed_by_me": queries.noticings_by(person, match),
        "met": steps.filter(mark=Mark.FIRST_MEETING).exists(),
        "may_give": may_give(person, match),
        "topic": topic_of(match.pk),
        "change": change,
    }
    mark_seen(person=person, kind=notice_kinds.SHARED.name, key=notice_kinds.key_of(match))
    return render(request, "journey/steps/both.html", context)


def _place(request: HttpRequest) -> Place | None:
    return place_in(request.GET.get("before", ""), request.GET.get("day", ""))
