"""The ambassador's desk: the matches looked after, and each side on their own."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from walkalong.care import queries, services
from walkalong.care.forms import AskForm
from walkalong.foundation.crypto import serving
from walkalong.foundation.pictures import CONTENT_TYPE
from walkalong.journey.story import queries as stories
from walkalong.matching.queries import match_for_ambassador
from walkalong.people.access import PersonRequest, role_required
from walkalong.people.models import Role


@require_safe
@role_required(Role.AMBASSADOR)
def desk(request: PersonRequest) -> HttpResponse:
    return render(request, "care/desk.html", {"entries": queries.looked_after_by(request.user)})


@require_http_methods(["GET", "HEAD", "POST"])
@role_required(Role.AMBASSADOR)
def contact(request: PersonRequest, match_id: UUID, member_id: UUID) -> HttpResponse:
    match = match_for_ambassador(request.user, match_id)
    member = queries.member_of(match, member_id)
    form = AskForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        _contact, asked = services.ask_how_they_are(
            by=request.user, match=match, member=member, **form.cleaned_data
        )
        name = {"name": member.display_name}
        if asked:
            messages.success(request, _("%(name)s will see that you would like to hear from them.") % name)
        else:
            messages.info(request, _("You have asked %(name)s already. Give them the time they need.") % name)
        return redirect("care:contact", match.id, member.id)
    context = {
        "match": match,
        "member": member,
        "form": form,
        "open": queries.open_question(match, member),
        "contacts": queries.contacts_with(request.user, match, member)[:24],
    }
    return render(request, "care/contact.html", context)


@require_POST
@role_required(Role.AMBASSADOR)
def talked(request: PersonRequest, match_id: UUID, member_id: UUID) -> HttpResponse:
    match = match_for_ambassador(request.user, match_id)
    member = queries.member_of(match, member_id)
    services.log_talk(by=request.user, match=match, member=member)
    messages.success(request, _("Noted: you talked today."))
    return redirect("care:contact", match.id, member.id)


@require_safe
@role_required(Role.AMBASSADOR)
def story(request: PersonRequest, match_id: UUID, member_id: UUID) -> HttpResponse:
    """What this side shows to who looks after the two, while they walk; nothing else of their story."""
    match = match_for_ambassador(request.user, match_id)
    member = queries.member_of(match, member_id)
    context = {
        "match": match,
        "member": member,
        "seen": stories.seen_by_ambassador(match, member),
        "picture_url": reverse("care:picture", args=[match.id, member.id]),
    }
    return render(request, "care/story.html", context)


@require_safe
@role_required(Role.AMBASSADOR)
def picture(request: PersonRequest, match_id: UUID, member_id: UUID) -> HttpResponseBase:
    match = match_for_ambassador(request.user, match_id)
    media_id = stories.picture_seen_by_ambassador(match, queries.member_of(match, member_id))
    return serving.respond(request, media_id, CONTENT_TYPE)
