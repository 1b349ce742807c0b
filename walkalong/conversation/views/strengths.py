"""The move "recall a strength": what the other managed in a moment like the one they last wrote of.

Shown beside the composer, never put into it. The room that keeps steps asks for the other's yes, each time.
"""

from typing import Any
from uuid import UUID

from django.http import HttpResponse, JsonResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from walkalong.conversation import queries
from walkalong.conversation.pace import too_often
from walkalong.matching.queries import other_member
from walkalong.matching.rules import may_write_pair
from walkalong.matching.strengths import StillReading, offered, recalled
from walkalong.people.access import PersonRequest, require

LOOKS_PER_MINUTE = 30


@never_cache
@require_safe
def strengths(request: PersonRequest, match_id: UUID) -> HttpResponse:
    """A page of its own without a script; its middle part for the composer's script."""
    match = queries.match_to_read(request.user, match_id)
    require(may_write_pair, request.user, match, else_404=True)
    require(lambda reader: offered(match, reader), request.user, else_404=True)
    other = other_member(match, request.user)
    hurried = too_often("strengths", request.user, per_minute=LOOKS_PER_MINUTE)
    moment = "" if hurried else queries.last_words_of(match, other.pk)
    context: dict[str, Any] = {"match": match, "other": other, "hurried": hurried}
    try:
        context["strengths"] = recalled(match, request.user, moment) if moment else []
    except StillReading:
        context["still"] = True
    if "part" in request.GET:
        return JsonResponse({"html": render_to_string("conversation/strengths_found.html", context, request)})
    return render(request, "conversation/strengths.html", context)
