"""Staff join people and find somebody to look after them. Names, month and state: never content."""

from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from walkalong.matching import services
from walkalong.matching.errors import CannotJoin
from walkalong.matching.forms import AmbassadorForm, JoinForm
from walkalong.matching.queries import current_matches, ended_matches, matches_to_look_after
from walkalong.matching.rules import may_find_somebody
from walkalong.people.access import PersonRequest, require, role_required
from walkalong.people.models import Role

MATCHES_ON_A_PAGE = 40


@require_safe
@role_required(Role.STAFF)
def matches(request: PersonRequest) -> HttpResponse:
    ended = "ended" in request.GET
    listed = ended_matches() if ended else current_matches()
    page = Paginator(listed, MATCHES_ON_A_PAGE).get_page(request.GET.get("page"))
    return render(request, "matching/matches.html", {"page": page, "ended": ended})


@require_http_methods(["GET", "HEAD", "POST"])
@role_required(Role.STAFF)
def join(request: PersonRequest) -> HttpResponse:
    form = JoinForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            match = services.join_by_hand(by=request.user, **form.cleaned_data)
        except CannotJoin as refused:
            form.add_error(refused.field, refused.message)
        else:
            names = {"mentee": match.mentee.display_name, "mentor": match.mentor.display_name}
            messages.success(request, _("%(mentee)s and %(mentor)s can begin.") % names)
            return redirect("matching:matches")
    return render(request, "matching/join.html", {"form": form})


@require_http_methods(["GET", "HEAD", "POST"])
@role_required(Role.STAFF)
def change_ambassador(request: PersonRequest, match_id: UUID) -> HttpResponse:
    match = get_object_or_404(matches_to_look_after(), pk=match_id)
    require(may_find_somebody, request.user, match, else_404=True)
    form = AmbassadorForm(request.POST or None, match=match)
    if request.method == "POST" and form.is_valid():
        try:
            services.change_ambassador(by=request.user, match=match, **form.cleaned_data)
        except CannotJoin as refused:
            form.add_error(refused.field, refused.message)
        else:
            messages.success(request, _("Done. All of them have been told."))
            return redirect("care:staff" if match.ended_at else "matching:matches")
    return render(request, "matching/change_ambassador.html", {"form": form, "match": match})
