"""The staff desk: who asked for a human, which two need an eye, who was not heard. No counts, no ranks."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from walkalong.care.queries import needing_an_eye, not_heard_for_a_month
from walkalong.people.access import PersonRequest, role_required
from walkalong.people.models import Role
from walkalong.safety.queries import requests_for
from walkalong.safety.states import RequestState

REQUESTS_SHOWN = 6


@require_safe
@role_required(Role.STAFF)
def desk(request: PersonRequest) -> HttpResponse:
    waiting = list(requests_for(request.user).exclude(state=RequestState.CLOSED)[: REQUESTS_SHOWN + 1])
    context = {
        "requests": waiting[:REQUESTS_SHOWN],
        "more_requests": len(waiting) > REQUESTS_SHOWN,
        "entries": needing_an_eye(request.user),
        "quiet": not_heard_for_a_month(request.user),
    }
    return render(request, "care/staff.html", context)
