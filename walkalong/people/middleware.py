"""Staff have a second factor before they see any page of the product."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import redirect

from walkalong.people import second_factor
from walkalong.people.models import Person

# Signing out, crisis help, a person to talk to and the page's own furniture stay within reach.
OPEN_NAMES = frozenset(
    {
        "account_logout",
        "account_reauthenticate",
        "people:second_factor",
        "safety:help_card",
        "safety:my_request",
        "safety:tell_a_human",
        "web:service_worker",
        "web:manifest",
        "web:offline",
    }
)
OPEN_PREFIX = "mfa_"  # allauth's own pages, where it is set up


class StaffSecondFactor:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: Any, args: Any, kwargs: Any
    ) -> HttpResponseRedirect | None:
        name = request.resolver_match.view_name if request.resolver_match else ""
        if name in OPEN_NAMES or name.startswith(OPEN_PREFIX):
            return None
        person = request.user
        if not isinstance(person, Person) or second_factor.is_enough(person):
            return None
        return redirect("people:second_factor")
