"""The demo's door: one press and one is somebody. It exists in demo mode only, and only on this machine."""

import ipaddress

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from walkalong.people import queries, signing_in
from walkalong.people.models import Person

# A proxy in front would make everybody look local.
PROXY_HEADERS = ("HTTP_X_FORWARDED", "HTTP_X_REAL_IP", "HTTP_FORWARDED", "HTTP_VIA")


@login_not_required
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def demo(request: HttpRequest) -> HttpResponse:
    if not settings.DEMO or not _asked_from_this_machine(request):
        raise Http404
    if request.method == "POST":
        person = get_object_or_404(Person, pk=_uuid(request.POST.get("person", "")), is_active=True)
        signing_in.open_session(request, person, how="demo")
        return redirect("home:home")
    people = queries.with_roles(queries.find_people())
    return render(request, "people/demo.html", {"people": people, "programme": queries.programme()})


def _asked_from_this_machine(request: HttpRequest) -> bool:
    if any(header.startswith(PROXY_HEADERS) for header in request.META):
        return False
    try:
        return ipaddress.ip_address(request.META.get("REMOTE_ADDR", "")).is_loopback
    except ValueError:
        return False


def _uuid(value: str) -> str:
    from uuid import UUID

    try:
        return str(UUID(value))
    except ValueError:
        raise Http404 from None
