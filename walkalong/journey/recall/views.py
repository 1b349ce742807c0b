"""You have done this before: choosing it, and asking for it."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST

from walkalong.journey.recall import queries, services
from walkalong.journey.recall.forms import ChoiceForm, MomentForm
from walkalong.journey.recall.rules import may_be_reminded
from walkalong.matching.strengths import StillReading
from walkalong.people.access import PersonRequest, require
from walkalong.people.errors import Refused
from walkalong.people.models import Person
from walkalong.people.pace import too_often

ASKED_PER_MINUTE = 20


@sensitive_post_parameters()
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def before(request: PersonRequest) -> HttpResponse:
    """The page, and what resembles a moment typed on it. The moment is read in passing and kept nowhere."""
    require(may_be_reminded, request.user)
    choice = queries.choice_of(request.user)
    form = MomentForm(request.POST if request.method == "POST" and choice.for_me else None)
    context = {"choice": choice, "form": form, "choices": _choices(choice), "asked": False}
    if form.is_bound and form.is_valid():
        if too_often("recall", request.user, per_minute=ASKED_PER_MINUTE):
            form.add_error(None, _("That was quick. Please wait a minute, your words stay here."))
        else:
            context |= _looked(request.user, form.cleaned_data["moment"])
    return render(request, "journey/recall/before.html", context, status=422 if form.errors else 200)


@require_POST
def choose(request: PersonRequest) -> HttpResponse:
    require(may_be_reminded, request.user)
    form = ChoiceForm(request.POST)
    form.is_valid()
    try:
        choice = services.choose_recall(by=request.user, **form.cleaned_data)
    except Refused as refused:
        messages.info(request, str(refused.reason))
        return redirect("people:agreements")
    messages.success(
        request, _("Kept. You can change it at any time.") if choice.for_me else _("It is off, from now on.")
    )
    return redirect("journey:before")


def _looked(person: Person, moment: str) -> dict[str, Any]:
    try:
        return {"asked": True, "recalled": queries.offered_to_me(person, moment)}
    except StillReading:
        return {"asked": True, "still": True}


def _choices(choice: queries.RecallChoice) -> ChoiceForm:
    return ChoiceForm(initial={"for_me": choice.for_me, "for_other": choice.for_other})
