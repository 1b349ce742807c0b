"""What was given to a step: its picture, and taking it back."""

from uuid import UUID

from django.contrib import messages as flashes
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from walkalong.foundation.crypto.media import NoSuchMedia
from walkalong.foundation.crypto.serving import respond
from walkalong.foundation.pictures import CONTENT_TYPE
from walkalong.journey.steps import queries, services
from walkalong.journey.steps.models import Celebration
from walkalong.journey.steps.rules import may_see_celebration, may_take_back_celebration
from walkalong.people.access import PersonRequest, require


@require_safe
def picture(request: PersonRequest, celebration_id: UUID) -> HttpResponseBase:
    found = queries.celebration_near(request.user, celebration_id)
    require(may_see_celebration, request.user, found, else_404=True)
    if found.media_id is None:
        raise Http404
    try:
        return respond(request, found.media_id, CONTENT_TYPE)
    except NoSuchMedia:  # taken back this moment
        raise Http404 from None


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def take_back_celebration(request: PersonRequest, celebration_id: UUID) -> HttpResponse:
    found = queries.celebration_near(request.user, celebration_id)
    require(may_take_back_celebration, request.user, found, else_404=True)
    mine = found.by_id == request.user.pk
    if request.method == "POST":
        services.take_back_celebration(by=request.user, celebration=found)
        flashes.success(request, _("Taken back.") if mine else _("It is gone from your way."))
        return _back(found, mine=mine)
    context = {"celebration": found, "mine": mine, "cancel_url": _back(found, mine=mine).url}
    return render(request, "journey/steps/take_back_celebration.html", context)


def _back(found: Celebration, *, mine: bool) -> HttpResponseRedirect:
    if mine:
        return redirect("journey:shared_step", match_id=found.match_id, step_id=found.step_id)
    return redirect("journey:own_step", step_id=found.step_id)
