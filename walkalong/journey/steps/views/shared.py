"""A step that one of the two shows the other: looking at it together, and answering it."""

from typing import Any
from uuid import UUID

from django.contrib import messages as flashes
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST, require_safe

from walkalong.journey.steps import queries, services
from walkalong.journey.steps.errors import TakenBack
from walkalong.journey.steps.forms import CelebrationForm
from walkalong.journey.steps.models import Lamp, Step
from walkalong.journey.steps.prompts import prompts_for
from walkalong.journey.steps.rules import may_give
from walkalong.journey.steps.services.telling import key_of
from walkalong.journey.steps.topics import topic_of
from walkalong.journey.steps.way import title_of, what_it_is_about
from walkalong.matching.models import Match
from walkalong.matching.queries import other_member
from walkalong.notices.services import mark_seen
from walkalong.people.access import PersonRequest
from walkalong.people.errors import Refused


@never_cache
@require_safe
def shared_step(request: PersonRequest, match_id: UUID, step_id: UUID) -> HttpResponse:
    match = queries.walk_of(request.user, match_id)
    change = queries.change_number(match)
    step = queries.shared_step(match, request.user, step_id)
    mark_seen(person=request.user, key=key_of(match.pk, step.pk))
    return _show(request, match, step, CelebrationForm(), change=change)


@sensitive_post_parameters()
@require_POST
def celebrate(request: PersonRequest, match_id: UUID, step_id: UUID) -> HttpResponse:
    match = queries.walk_of(request.user, match_id)
    form = CelebrationForm(request.POST, request.FILES)
    if form.is_valid():
        data, upload = form.cleaned_data, form.cleaned_data["picture"]
        try:
            services.celebrate(
                by=request.user,
                match=match,
                step_id=step_id,
                words=data["words"],
                picture=upload.read() if upload else None,
                alt=data["alt"],
                press_id=data["press_id"],
            )
        except TakenBack:
            return _gone(request, match)
        except Refused as refused:
            form.add_error(None, str(refused.reason))
        else:
            flashes.success(request, _("It is with them now."))
            return redirect("journey:shared_step", match_id=match.pk, step_id=step_id)
    try:
        step = queries.shared_step(match, request.user, step_id)
    except Http404:
        return _gone(request, match)
    return _show(request, match, step, form, change=queries.change_number(match))


@require_POST
def lamp(request: PersonRequest, match_id: UUID, step_id: UUID) -> HttpResponse:
    """Light one's lamp, or put it out. A script learns whether both burn now."""
    match = queries.walk_of(request.user, match_id)
    try:
        if request.POST.get("on") == "0":
            services.put_out_lamp(by=request.user, match=match, step_id=step_id)
        else:
            services.light_lamp(by=request.user, match=match, step_id=step_id)
    except TakenBack:
        return _gone(request, match)
    except Refused as refused:
        flashes.warning(request, str(refused.reason))
    burning = Lamp.objects.filter(match=match, step=step_id).count() == 2
    if request.headers.get("Accept", "").startswith("application/json"):
        return JsonResponse({"both": burning})
    if burning and request.POST.get("on") != "0":
        flashes.success(request, _("Both lamps are burning. You celebrate this together."))
    return redirect("journey:shared_step", match_id=match.pk, step_id=step_id)


def _show(
    request: PersonRequest, match: Match, step: Step, form: CelebrationForm, *, change: int
) -> HttpResponse:
    person, other = request.user, other_member(match, request.user)
    mine = step.owner_id == person.pk
    lit_by = {lamp.by_id for lamp in step.lit}  # type: ignore[attr-defined]
    context: dict[str, Any] = {
        "match": match,
        "other": other,
        "step": step,
        "mine": mine,
        "title": title_of(step),
        "about": what_it_is_about(step, mine=mine),
        "own_lamp": person.pk in lit_by,
        "others_lamp": other.pk in lit_by,
        "form": form,
        "prompts": prompts_for(step),
        "may_give": may_give(person, match),
        "topic": topic_of(match.pk),
        "change": change,
    }
    return render(request, "journey/steps/shared_step.html", context, status=422 if form.errors else 200)


def _gone(request: HttpRequest, match: Match) -> HttpResponse:
    """Taken back while it was being answered: what was typed is shown to its writer, and kept nowhere."""
    context = {"match": match, "words": request.POST.get("words", ""), "had_picture": bool(request.FILES)}
    return render(request, "journey/steps/gone.html", context, status=404)
