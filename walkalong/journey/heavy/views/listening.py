"""For the other: that today is heavy, and how to be with somebody on such a day."""

from contextlib import suppress
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from walkalong.journey.heavy import hints, queries, services
from walkalong.journey.heavy.errors import NotNow
from walkalong.journey.heavy.live import cursor_of
from walkalong.journey.heavy.notice_kinds import HEAVY
from walkalong.journey.heavy.rules import may_be_told
from walkalong.journey.heavy.services.saying import notice_key
from walkalong.journey.heavy.topics import topic_of
from walkalong.matching.queries import match_for_member, other_member
from walkalong.notices.services import mark_seen
from walkalong.people.access import PersonRequest


@never_cache
@require_safe
def be_with(request: PersonRequest, match_id: UUID) -> HttpResponse:
    """Where the notice leads. Taken back or long past, it says so calmly instead."""
    match = match_for_member(request.user, match_id)
    mark_seen(person=request.user, kind=HEAVY, key=notice_key(match))
    around = queries.heavy_around(request.user)
    here = queries.standing_in(match, around) if may_be_told(request.user, match) else {}
    other = other_member(match, request.user)
    told = here.get(other.pk)
    if told is None and request.user.pk in here:
        return redirect("journey:heavy")
    reader_is_mentor = request.user.pk == match.mentor_id
    context = {
        "match": match,
        "other": other,
        "told": told,
        "hints": hints.FOR_A_MENTOR if reader_is_mentor else hints.FOR_A_MENTEE,
        "can_wait": hints.CAN_WAIT if reader_is_mentor else (),
        "reader_is_mentor": reader_is_mentor,
        "topic": topic_of(request.user.pk),
        "cursor": cursor_of(around),
        "state": str(cursor_of([told])) if told else "",
    }
    return render(request, "journey/heavy/be_with.html", context)


@require_POST
def think_of_them(request: PersonRequest, match_id: UUID) -> HttpResponse:
    match = match_for_member(request.user, match_id)
    with suppress(NotNow):  # the page itself says that it was taken back, or that the two are resting
        services.show_you_think_of_them(by=request.user, match=match)
    return redirect("journey:be_with", match.pk)
