"""What belongs to oneself: profile, agreements, sealed facts, sessions, the record."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from walkalong.foundation.audit.queries import events_about
from walkalong.people import documents, forms, queries, record, second_factor, services, sessions
from walkalong.people.access import PersonRequest
from walkalong.people.errors import Refused
from walkalong.people.models import Person, Role

EVENTS_A_PAGE = 50
WALKING = frozenset({Role.MENTEE, Role.MENTOR})


def _walks(person: Person) -> bool:
    """Whose roles have ended keeps what they told."""
    roles = queries.roles_of(person)
    return not roles or not roles.isdisjoint(WALKING)


@require_http_methods(["GET", "HEAD", "POST"])
def profile(request: PersonRequest) -> HttpResponse:
    person = request.user
    names = ("display_name", "country", "time_zone", "language", "discreet")
    form = forms.Profile(request.POST or None, initial={name: getattr(person, name) for name in names})
    if request.method == "POST" and form.is_valid():
        services.update_profile(by=person, **form.cleaned_data)
        messages.success(request, _("Kept."))
        return redirect("people:profile")
    # the page greets with the kept name, not with one that was refused
    here = {"form": form, "roles": queries.roles_of(person), "walks": _walks(person)}
    return render(request, "people/profile.html", here)


def agreements(request: PersonRequest) -> HttpResponse:
    held = queries.agreements_of(request.user)
    pages = [{"document": document, "held": held.get(document.name)} for document in documents.required()]
    missing = any(page["held"] is None for page in pages)
    return render(request, "people/agreements.html", {"pages": pages, "missing": missing})


@require_POST
def agree(request: PersonRequest, document: str) -> HttpResponse:
    _document(document)
    try:
        version = int(request.POST.get("version", ""))
    except ValueError:
        version = 0
    if request.POST.get("agree") != "yes":
        messages.warning(request, _("To agree, tick the box first. You can also leave it."))
    else:
        try:
            services.agree(by=request.user, document=document, version=version)
        except Refused as refusal:
            messages.warning(request, str(refusal.reason))
    return redirect("people:agreements")


@require_http_methods(["GET", "HEAD", "POST"])
def withdraw_agreement(request: PersonRequest, document: str) -> HttpResponse:
    found = _document(document)
    if request.method == "POST":
        services.withdraw_agreement(by=request.user, document=document)
        walks = _walks(request.user)
        messages.success(request, _("Taken back. Your conversation rests.") if walks else _("Taken back."))
        return redirect("people:agreements")
    here = {"document": found, "walks": _walks(request.user)}
    return render(request, "people/withdraw_agreement.html", here)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def sealed_facts(request: PersonRequest) -> HttpResponse:
    facts = queries.sealed_facts_of(request.user)
    names = ("where_now", "contact_name", "contact_phone", "contact_relation")
    initial = {name: getattr(facts, name) for name in names} if facts else {}
    form = forms.SealedFactsForm(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        services.seal_facts(by=request.user, **form.cleaned_data)
        messages.success(request, _("Sealed.") if any(form.cleaned_data.values()) else _("Removed."))
        return redirect("people:sealed_facts")
    return render(request, "people/sealed_facts.html", {"form": form, "facts": facts})


def about_me_log(request: PersonRequest) -> HttpResponse:
    events = events_about(str(request.user.pseudonym))
    page = Paginator(events, EVENTS_A_PAGE).get_page(request.GET.get("page"))
    names = queries.names_in_the_programme(event.actor for event in page if event.actor)
    lines = record.lines(page, reader=request.user, names=names)
    return render(request, "people/about_me_log.html", {"page": page, "lines": lines})


@require_http_methods(["GET", "HEAD", "POST"])
def my_sessions(request: PersonRequest) -> HttpResponse:
    current = request.session.session_key
    if request.method == "POST":
        services.end_other_sessions(by=request.user, keep=current)
        messages.success(request, _("You are signed out everywhere else."))
        return redirect("people:sessions")
    context = {"sessions": sessions.of(request.user), "current": current}
    return render(request, "people/sessions.html", context)


@require_POST
def end_session(request: PersonRequest, session_id: int) -> HttpResponse:
    services.end_session(by=request.user, session_id=session_id)
    messages.success(request, _("That session has ended."))
    return redirect("people:sessions")


def second_step(request: PersonRequest) -> HttpResponse:
    """Where staff land until they have a passkey or an authenticator app."""
    if second_factor.is_set_up(request.user):
        return redirect("home:home")
    return render(request, "people/second_factor.html", {"programme": queries.programme()})


def _document(name: str) -> documents.Document:
    for document in documents.required():
        if document.name == name:
            return document
    raise Http404
