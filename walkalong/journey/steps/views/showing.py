"""Showing one thing that was received to people of the programme."""

from uuid import UUID

from django import forms
from django.contrib import messages as flashes
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from walkalong.journey.steps import queries, services
from walkalong.journey.steps.forms import OwnWords
from walkalong.journey.steps.models import Step
from walkalong.journey.steps.rules import may_show_to_a_human
from walkalong.journey.steps.services.showing import Received
from walkalong.matching.models import Match
from walkalong.people.access import PersonRequest, require
from walkalong.safety.errors import NobodyToReceive
from walkalong.safety.queries import who_receives


class ShowForm(forms.Form):
    words = OwnWords(label=gettext_lazy("Anything you would like to add"), required=False)


@sensitive_post_parameters()
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def show_step(request: PersonRequest, match_id: UUID, step_id: UUID) -> HttpResponse:
    match = queries.walk_of(request.user, match_id)
    step = queries.step_of_the_other(match, request.user, step_id)
    return _show(request, step, match, reverse("journey:shared_step", args=[match.pk, step.pk]))


@sensitive_post_parameters()
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def show_noticing(request: PersonRequest, match_id: UUID, noticing_id: UUID) -> HttpResponse:
    match = queries.walk_of(request.user, match_id)
    noticing = queries.noticing_about(request.user, match, noticing_id)
    return _show(request, noticing, match, reverse("journey:both", args=[match.pk]))


@sensitive_post_parameters()
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def show_given(request: PersonRequest, celebration_id: UUID) -> HttpResponse:
    given = queries.celebration_near(request.user, celebration_id)
    if given.by_id == request.user.pk:
        raise Http404
    return _show(request, given, given.match, reverse("journey:own_step", args=[given.step_id]))


def _show(request: PersonRequest, received: Received, match: Match, cancel_url: str) -> HttpResponse:
    require(may_show_to_a_human, request.user, (received, match), else_404=True)
    author = received.owner if isinstance(received, Step) else received.by
    form = ShowForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            told = services.show_to_a_human(
                by=request.user, received=received, match=match, words=form.cleaned_data["words"]
            )
        except NobodyToReceive:
            form.add_error(
                None, _("Nobody is there to receive this just now. The help card says who else to reach.")
            )
        else:
            flashes.success(
                request, _("The people of the programme can read it now. Thank you for saying it.")
            )
            return redirect("safety:my_request", request_id=told.pk)
    context = {
        "received": received,
        "author": author,
        "form": form,
        "receivers": who_receives(by=request.user, about=author),
        "cancel_url": cancel_url,
    }
    return render(request, "journey/steps/show.html", context, status=422 if form.errors else 200)
