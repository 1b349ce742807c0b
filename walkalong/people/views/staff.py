"""Staff look after people: the list, one person, and what can be done for them. Never what a pair writes."""

from collections.abc import Callable
from uuid import UUID

from allauth.mfa.models import Authenticator
from django.conf import settings
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from walkalong.people import forms, queries, second_factor, services, standing
from walkalong.people.access import PersonRequest, role_required
from walkalong.people.errors import Refused
from walkalong.people.models import Person, Role

PEOPLE_A_PAGE = 50
staff_only = role_required(Role.STAFF)


@staff_only
def people(request: PersonRequest) -> HttpResponse:
    form = forms.Search(request.GET)
    found = queries.find_people(**forms.people_found_by(form))
    page = Paginator(found, PEOPLE_A_PAGE).get_page(request.GET.get("page"))
    listed = [(person, _labels(person)) for person in queries.with_roles(page)]
    context = {"form": form, "page": page, "people": listed, "invitations": queries.waiting_invitations()}
    return render(request, "people/people.html", context)


@staff_only
def person(request: PersonRequest, person_id: UUID) -> HttpResponse:
    shown = get_object_or_404(Person, pk=person_id)
    held = queries.roles_of(shown)
    context = {
        "shown": shown,
        "roles": [(role, role in held) for role in Role],
        "is_self": shown.pk == request.user.pk,
        "has_second_factor": second_factor.is_set_up(shown)
        or Authenticator.objects.filter(user=shown).exists(),
        "standing": standing.of(shown),
    }
    return render(request, "people/person.html", context)


@staff_only
@require_POST
def grant_role(request: PersonRequest, person_id: UUID) -> HttpResponse:
    shown = get_object_or_404(Person, pk=person_id)
    form = forms.RoleChoice(request.POST)
    if form.is_valid():
        role = Role(form.cleaned_data["role"])
        _try(request, lambda: services.grant_role(by=request.user, person=shown, role=role))
    return redirect("people:person", shown.pk)


@staff_only
@require_http_methods(["GET", "HEAD", "POST"])
def end_role(request: PersonRequest, person_id: UUID, role: str) -> HttpResponse:
    """A page that says what stands and what will go on; pressed, the role ends and nothing else does."""
    shown = get_object_or_404(Person, pk=person_id)
    if role not in Role.values:
        raise Http404
    if request.method == "POST":
        _try(request, lambda: services.end_role(by=request.user, person=shown, role=Role(role)))
        if shown.pk == request.user.pk and Role.STAFF not in queries.roles_of(shown):
            return redirect("people:profile")
        return redirect("people:person", shown.pk)
    context = {
        "shown": shown,
        "role": Role(role),
        "standing": [one for one in standing.of(shown) if one.role == role],
        "walks": role in (Role.MENTEE, Role.MENTOR),
    }
    return render(request, "people/end_role.html", context)


@staff_only
@require_http_methods(["GET", "HEAD", "POST"])
def deactivate(request: PersonRequest, person_id: UUID) -> HttpResponse:
    shown = get_object_or_404(Person, pk=person_id)
    if request.method == "POST":
        _try(request, lambda: services.deactivate_person(by=request.user, person=shown))
        return redirect("people:person", shown.pk)
    return render(request, "people/deactivate.html", {"shown": shown, "standing": standing.of(shown)})


@staff_only
@require_POST
def reactivate(request: PersonRequest, person_id: UUID) -> HttpResponse:
    shown = get_object_or_404(Person, pk=person_id)
    services.reactivate_person(by=request.user, person=shown)
    return redirect("people:person", shown.pk)


@staff_only
@require_POST
def sign_out_everywhere(request: PersonRequest, person_id: UUID) -> HttpResponse:
    shown = get_object_or_404(Person, pk=person_id)
    services.end_all_sessions(by=request.user, person=shown)
    messages.success(request, _("Signed out everywhere."))
    return redirect("people:person", shown.pk)


@staff_only
@require_http_methods(["GET", "HEAD", "POST"])
def change_email(request: PersonRequest, person_id: UUID) -> HttpResponse:
    shown = get_object_or_404(Person, pk=person_id)
    form = forms.ChangeAddress(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            services.change_email(by=request.user, person=shown, email=form.cleaned_data["email"])
        except Refused as refusal:
            form.add_error("email", str(refusal.reason))
        else:
            if settings.MAIL_CONFIGURED:
                messages.success(request, _("Changed. The old address gets a note about it."))
            else:
                messages.success(request, _("Changed. No mail is set up here, so please tell them yourself."))
            return redirect("people:person", shown.pk)
    context = {"shown": shown, "form": form, "mailed": settings.MAIL_CONFIGURED}
    return render(request, "people/change_email.html", context)


@staff_only
@require_http_methods(["GET", "HEAD", "POST"])
def remove_second_factor(request: PersonRequest, person_id: UUID) -> HttpResponse:
    shown = get_object_or_404(Person, pk=person_id)
    form = forms.LostSecondStep(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            services.remove_second_factor(by=request.user, person=shown, **form.cleaned_data)
        except Refused as refusal:
            form.add_error(None, str(refusal.reason))
        else:
            if settings.MAIL_CONFIGURED:
                said = _("Removed. They are signed out everywhere and get a note about it.")
            else:
                said = _(
                    "Removed. They are signed out everywhere. "
                    "No mail is set up here, so please tell them yourself."
                )
            messages.success(request, said)
            return redirect("people:person", shown.pk)
    context = {"shown": shown, "form": form, "mailed": settings.MAIL_CONFIGURED}
    return render(request, "people/remove_second_factor.html", context)


def _labels(person: Person) -> list[str]:
    return [str(role.label) for role in Role if role in queries.roles_of(person)]


def _try(request: PersonRequest, act: Callable[[], None]) -> None:
    try:
        act()
    except Refused as refusal:
        messages.warning(request, str(refusal.reason))
    else:
        messages.success(request, _("Done."))
