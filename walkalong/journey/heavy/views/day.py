"""Saying that today is heavy, and what is then at hand."""

from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from walkalong.foundation.crypto.reading import readable
from walkalong.journey.heavy import queries, services
from walkalong.journey.heavy.errors import NotNow
from walkalong.journey.heavy.forms import DayForm
from walkalong.journey.heavy.notice_kinds import THOUGHT_OF
from walkalong.journey.heavy.pages import heavy_context
from walkalong.matching.models import Match
from walkalong.matching.queries import match_for_member
from walkalong.notices.services import mark_seen
from walkalong.people.access import PersonRequest

DAYS_ON_A_PAGE = 20


@never_cache
@require_safe
def heavy(request: PersonRequest) -> HttpResponse:
    """Everything for a heavy day. Opening it tells nobody anything."""
    mark_seen(person=request.user, kind=THOUGHT_OF)
    return render(request, "journey/heavy/today.html", heavy_context(request.user))


@require_POST
def say(request: PersonRequest, match_id: UUID) -> HttpResponse:
    """The one press. Whatever stands in the way of telling, the page with what helps comes."""
    match = match_for_member(request.user, match_id)
    try:
        services.say_today_is_heavy(by=request.user, match=match)
    except NotNow:
        messages.info(request, _("Nobody was told just now. All the rest is here."))
    return redirect("journey:heavy")


@sensitive_post_parameters()
@never_cache
@require_POST
def keep_words(request: PersonRequest) -> HttpResponse:
    """A few words: for oneself, or with `show_to` for the other of that match."""
    form = DayForm(request.POST)
    shown_in = _match_named(request)
    if form.is_valid():
        words = form.cleaned_data["words"]
        try:
            services.keep_words(by=request.user, words=words, shown_in=shown_in)
        except NotNow:
            services.keep_words(by=request.user, words=words)
            messages.info(request, _("Your words are kept for you. Nobody could be shown them just now."))
        return redirect(reverse("journey:heavy") + "#words")
    return render(request, "journey/heavy/today.html", heavy_context(request.user, form), status=422)


def _match_named(request: PersonRequest) -> Match | None:
    try:
        wanted = UUID(request.POST.get("show_to", ""))
    except ValueError:
        return None
    return match_for_member(request.user, wanted)


@require_POST
def take_back(request: PersonRequest, match_id: UUID) -> HttpResponse:
    services.take_back_heavy(by=request.user, match=match_for_member(request.user, match_id))
    messages.success(request, _("Taken back. They do not see it any more."))
    return redirect("journey:heavy")


@never_cache
@require_safe
def days(request: PersonRequest) -> HttpResponse:
    page = Paginator(queries.days_of(request.user), DAYS_ON_A_PAGE).get_page(request.GET.get("page"))
    page.object_list = readable(page.object_list)
    return render(request, "journey/heavy/days.html", {"page": page})


@require_http_methods(["GET", "HEAD", "POST"])
def forget_day(request: PersonRequest, day_id: UUID) -> HttpResponse:
    day = queries.own_day(request.user, day_id)
    if request.method == "POST":
        services.forget_heavy_day(by=request.user, day=day)
        return redirect("journey:heavy_days")
    context = {
        "title": _("Remove this day?"),
        "text": _("It is deleted with its words, here, on your way, and wherever you showed it."),
        "action": _("Remove it"),
        "irreversible": True,
        "cancel_url": reverse("journey:heavy_days"),
    }
    return render(request, "web/confirm.html", context)
