"""“I noticed this; was it a step?”"""

from uuid import UUID

from django.contrib import messages as flashes
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST

from walkalong.journey.steps import queries, services
from walkalong.journey.steps.forms import NoticingForm
from walkalong.journey.steps.kinds import Kind
from walkalong.journey.steps.models import Noticing
from walkalong.journey.steps.notice_kinds import NOTICED
from walkalong.journey.steps.rules import may_give
from walkalong.journey.steps.views.keeping import NAMED, show_form, step_form
from walkalong.matching.models import Match
from walkalong.matching.queries import other_member
from walkalong.notices.services import mark_seen
from walkalong.people.access import PersonRequest
from walkalong.people.errors import Refused


@sensitive_post_parameters()
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def notice(request: PersonRequest, match_id: UUID) -> HttpResponse:
    """Say what one noticed about the other."""
    match = queries.walk_of(request.user, match_id)
    form = NoticingForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            services.notice_step(by=request.user, match=match, **form.cleaned_data)
        except Refused as refused:
            form.add_error(None, str(refused.reason))
        else:
            flashes.success(request, _("It is with them now. Whether it was a step is theirs to say."))
            return redirect("journey:both", match_id=match.pk)
    context = {
        "match": match,
        "other": other_member(match, request.user),
        "form": form,
        "may_give": may_give(request.user, match),
    }
    return render(request, "journey/steps/notice.html", context, status=422 if form.errors else 200)


@sensitive_post_parameters()
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def noticing(request: PersonRequest, match_id: UUID, noticing_id: UUID) -> HttpResponse:
    """What the other noticed: make it a step in one's own words, or leave it."""
    match = queries.walk_of(request.user, match_id)
    found = queries.noticing_about(request.user, match, noticing_id)
    mark_seen(person=request.user, kind=NOTICED.name, key=str(found.pk))
    if found.step_id is not None:
        return redirect("journey:own_step", step_id=found.step_id)
    form = step_form(request, request.user, kinds=NAMED)
    if request.method == "POST" and form.is_valid():
        try:
            step = services.accept_noticing(
                by=request.user,
                noticing=found,
                kind=Kind(form.cleaned_data["kind"]),
                press_id=form.cleaned_data["press_id"],
                **form.chosen(),
            )
        except Refused as refused:
            form.add_error(None, str(refused.reason))
        else:
            flashes.success(request, _("It stands on your way, in your words."))
            return redirect("journey:own_step", step_id=step.pk)
    return show_form(request, form, "accept", noticing=found, match=match, other=found.by)


@require_POST
def let_be(request: PersonRequest, match_id: UUID, noticing_id: UUID) -> HttpResponse:
    match = queries.walk_of(request.user, match_id)
    found = queries.noticing_about(request.user, match, noticing_id)
    services.let_noticing_be(by=request.user, noticing=found)
    return redirect("journey:both", match_id=match.pk)


@require_http_methods(["GET", "HEAD", "POST"])
def take_back_noticing(request: PersonRequest, match_id: UUID, noticing_id: UUID) -> HttpResponse:
    match: Match = queries.walk_of(request.user, match_id)
    found: Noticing = queries.noticing_by(request.user, match, noticing_id)
    if request.method == "POST":
        services.take_back_noticing(by=request.user, noticing=found)
        flashes.success(request, _("Taken back."))
        return redirect("journey:both", match_id=match.pk)
    context = {"noticing": found, "match": match, "other": other_member(match, request.user)}
    return render(request, "journey/steps/take_back_noticing.html", context)
