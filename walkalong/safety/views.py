"""The help card, and telling a human. Opening the card leaves no trace: no write, no line in a log (E1)."""

from uuid import UUID, uuid4

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods, require_POST, require_safe

from walkalong.people.access import PersonRequest, role_required
from walkalong.people.models import Person, Role
from walkalong.people.queries import programme
from walkalong.safety import helplines, queries, services
from walkalong.safety.errors import NobodyToReceive
from walkalong.safety.forms import CloseForm, TellForm
from walkalong.safety.models import Topic
from walkalong.safety.states import IllegalTransition, RequestState
from walkalong.safety.telling import Telling


@login_not_required
@require_safe
def help_card(request: HttpRequest) -> HttpResponse:
    """The same for everybody in a country: it names nobody, so that the device may keep it for offline."""
    here = programme()
    asked = request.GET.get("country")
    stated = getattr(request.user, "country", "") or (here.country if here else "")
    card = helplines.for_country(stated if asked is None else asked)
    context = {
        "card": card,
        "others": helplines.others_than(card.country),
        "countries": helplines.COUNTRIES,
        "directory": helplines.DIRECTORY_URL,
        "programme": here,
    }
    response = render(request, "safety/help_card.html", context)
    response["Cache-Control"] = (
        "private, no-cache"  # kept on the device, asked for anew while there is a network
    )
    return response


@login_not_required
@never_cache
@require_http_methods(["GET", "POST"])
def tell_a_human(request: HttpRequest) -> HttpResponse:
    if not isinstance(request.user, Person):
        return render(request, "safety/reach.html", {"programme": programme()})
    telling = Telling.of(request)
    if request.method == "POST":
        if request.POST.get("tell") == "no":  # E6: they chose that staff shall not know
            return redirect("safety:help_card")
        form = TellForm(request.POST)
        if telling.receivers and form.is_valid():
            try:
                told = telling.tell(form)
            except NobodyToReceive:
                return redirect(request.get_full_path())
            return redirect("safety:my_request", told.pk)
    else:
        form = TellForm(initial={"client_id": uuid4()})
    return render(request, "safety/tell_a_human.html", {"telling": telling, "form": form})


@never_cache
@require_GET
def my_request(request: PersonRequest, request_id: UUID) -> HttpResponse:
    """Received, who has it, since when: never a promise a machine made."""
    told = queries.own_request(request.user, request_id)
    return render(request, "safety/my_request.html", {"told": told, "states": RequestState})


@require_GET
@role_required(Role.STAFF)
def requests(request: PersonRequest) -> HttpResponse:
    found = list(queries.requests_for(request.user)[:200])
    context = {
        "open": [told for told in found if told.state != RequestState.CLOSED],
        "closed": [told for told in found if told.state == RequestState.CLOSED],
        "states": RequestState,
        "stale": helplines.stale(timezone.localdate()),
        "undialled": helplines.unverified(),
    }
    return render(request, "safety/requests.html", context)


@never_cache
@require_GET
@role_required(Role.STAFF)
def request_detail(request: PersonRequest, request_id: UUID) -> HttpResponse:
    return _detail(request, request_id)


@require_POST
@role_required(Role.STAFF)
def take_request(request: PersonRequest, request_id: UUID) -> HttpResponse:
    told = queries.request_for(request.user, request_id)
    try:
        services.acknowledge_request(by=request.user, request=told)
    except IllegalTransition:
        messages.info(request, _("It was closed meanwhile."))
    return redirect("safety:request", told.pk)


@never_cache
@require_POST
@role_required(Role.STAFF)
def close_request(request: PersonRequest, request_id: UUID) -> HttpResponse:
    told = queries.request_for(request.user, request_id)
    form = CloseForm(request.POST)
    if not form.is_valid():
        return _detail(request, request_id, form)
    try:
        services.close_request(by=request.user, request=told, **form.cleaned_data)
    except IllegalTransition:
        messages.info(request, _("Somebody must have it before it can be closed, and it can be closed once."))
    return redirect("safety:request", told.pk)


def _detail(request: PersonRequest, request_id: UUID, form: CloseForm | None = None) -> HttpResponse:
    told = queries.request_for(request.user, request_id)
    context = {
        "told": told,
        "opened": services.read_request(by=request.user, request=told),
        "form": form or CloseForm(initial={"keep_until": services.longest_kept()}),
        "states": RequestState,
        "topics": Topic,
    }
    return render(request, "safety/request.html", context)
