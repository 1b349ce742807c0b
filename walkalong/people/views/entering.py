"""The doors: signing in, an invitation's link, the first set-up."""

from typing import Any

from allauth.account.views import RequestLoginCodeView
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from walkalong.people import forms, places, queries, services, signing_in
from walkalong.people.errors import InvitationClosed, SetupClosed, SignInLinkClosed
from walkalong.people.services.sign_in_links import person_of_link


@method_decorator([login_not_required, never_cache], name="dispatch")
class SignIn(RequestLoginCodeView):
    """One page: a code by e-mail, or a passkey. It says the same to members and strangers."""

    form_class = forms.AskForCode
    template_name = "people/sign_in.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return {**super().get_context_data(**kwargs), "programme": queries.programme()}


@login_not_required
def closed_door(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
    """Passwords and open sign-up do not exist here."""
    raise Http404


@login_not_required
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def accept_invitation(request: HttpRequest, token: str) -> HttpResponse:
    if request.user.is_authenticated:
        return render(request, "people/already_signed_in.html", {"token": token})
    invitation = queries.invitation_for(token)
    if invitation is None:
        return _invitation_closed(request)
    initial = {"display_name": invitation.display_name, **_home_of_programme()}
    form = forms.Welcome(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        try:
            person = services.accept_invitation(token=token, **form.cleaned_data)
        except InvitationClosed:
            return _invitation_closed(request)
        signing_in.open_session(request, person, how="invitation")
        return redirect("people:agreements")
    context = {"form": form, "invitation": invitation, "programme": queries.programme()}
    return render(request, "people/accept_invitation.html", context)


@login_not_required
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def set_up(request: HttpRequest, token: str) -> HttpResponse:
    if queries.open_setup_link(token) is None:
        return render(request, "people/setup_closed.html", status=404)
    form = forms.Setup(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            person = services.set_up_programme(token=token, **form.cleaned_data)
        except SetupClosed:
            return render(request, "people/setup_closed.html", status=404)
        signing_in.open_session(request, person, how="setup")
        return redirect("people:second_factor")
    return render(request, "people/setup.html", {"form": form, "now": timezone.now()})


@login_not_required
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def come_in(request: HttpRequest, token: str) -> HttpResponse:
    """By the operator's link. Opened with a press, so that a preview of the link does not spend it."""
    person = person_of_link(token)
    if person is None:
        return _sign_in_link_closed(request)
    if request.method == "POST":
        try:
            person = services.use_sign_in_link(token=token)
        except SignInLinkClosed:
            return _sign_in_link_closed(request)
        signing_in.open_session(request, person, how="sign_in_link", vouched=True)
        return redirect("mfa_index")
    return render(request, "people/come_in.html", {"person": person})


def _sign_in_link_closed(request: HttpRequest) -> HttpResponse:
    # one page for used, too old and never made
    return render(request, "people/sign_in_link_closed.html", {"programme": queries.programme()}, status=410)


def _invitation_closed(request: HttpRequest) -> HttpResponse:
    # one page for used, revoked, too old and never made: nobody learns which
    return render(request, "people/invitation_closed.html", {"programme": queries.programme()}, status=410)


def _home_of_programme() -> dict[str, str]:
    """A first guess, until the browser makes a better one."""
    programme = queries.programme()
    if programme is None or not places.is_time_zone(programme.time_zone):
        return {}
    return {"country": programme.country, "time_zone": programme.time_zone}
