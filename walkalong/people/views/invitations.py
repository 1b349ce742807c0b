"""Inviting somebody. The link is shown once, right after it was made, and nowhere again."""

from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from walkalong.people import forms, letters, services
from walkalong.people.access import PersonRequest
from walkalong.people.errors import Refused
from walkalong.people.models import Invitation
from walkalong.people.views.staff import staff_only


@staff_only
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def invite(request: PersonRequest) -> HttpResponse:
    form = forms.Invite(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            return _show_link(request, services.invite_person(by=request.user, **form.cleaned_data))
        except Refused as refusal:
            form.add_error(None, str(refusal.reason))
    return render(request, "people/invite.html", {"form": form, "days": settings.INVITATION_DAYS})


@staff_only
@never_cache
@require_POST
def resend(request: PersonRequest, invitation_id: UUID) -> HttpResponse:
    invitation = get_object_or_404(Invitation, pk=invitation_id)
    try:
        return _show_link(request, services.resend_invitation(by=request.user, invitation=invitation))
    except Refused as refusal:
        messages.warning(request, str(refusal.reason))
        return redirect("people:people")


@staff_only
@require_http_methods(["GET", "HEAD", "POST"])
def revoke(request: PersonRequest, invitation_id: UUID) -> HttpResponse:
    invitation = get_object_or_404(Invitation, pk=invitation_id)
    if request.method == "POST":
        services.revoke_invitation(by=request.user, invitation=invitation)
        messages.success(request, _("Taken back. The link no longer opens."))
        return redirect("people:people")
    return render(request, "people/revoke_invitation.html", {"invitation": invitation})


def _show_link(request: PersonRequest, issued: services.Issued) -> HttpResponse:
    context = {
        "invitation": issued.invitation,
        "link": letters.link_to(issued.token),
        "mailed": settings.MAIL_CONFIGURED,
    }
    return render(request, "people/invitation_made.html", context)
