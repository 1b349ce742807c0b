"""Asking the rules from a view or a service."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import redirect

from walkalong.people import queries, rules
from walkalong.people.models import Person, Role

View = Callable[..., HttpResponseBase]


class PersonRequest(HttpRequest):
    """A request behind the door: for views that need no @login_not_required."""

    user: Person


def require(
    predicate: Callable[..., bool],
    person: Person | AnonymousUser,
    obj: object = None,
    *,
    else_404: bool = False,
) -> None:
    """Go on only if the predicate says yes; otherwise 403, or 404 where the thing's existence is a secret."""
    if isinstance(person, Person) and (predicate(person) if obj is None else predicate(person, obj)):
        return
    if else_404:
        raise Http404
    raise PermissionDenied


def role_required(*roles: Role) -> Callable[[View], View]:
    """The page is for these roles; anybody else gets 403."""

    def decorate(view: View) -> View:
        @wraps(view)
        def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            person = request.user
            if not isinstance(person, Person) or not person.is_active:
                raise PermissionDenied
            if not queries.roles_of(person) & frozenset(roles):
                raise PermissionDenied
            return view(request, *args, **kwargs)

        return guarded

    return decorate


def agreement_required(view: View) -> View:
    """Before the first message: whoever has not agreed yet is led to the page where they can."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        person = request.user
        if isinstance(person, Person) and rules.has_agreed(person):
            return view(request, *args, **kwargs)
        return redirect("people:agreements")

    return guarded
