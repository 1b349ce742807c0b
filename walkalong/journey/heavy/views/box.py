"""A hope box: one's own, and what the two put into each other's."""

from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_safe

from walkalong.foundation.crypto import serving
from walkalong.foundation.crypto.reading import readable
from walkalong.foundation.pictures import CONTENT_TYPE
from walkalong.journey.heavy import queries, services
from walkalong.journey.heavy.errors import NotNow, NotTaken
from walkalong.journey.heavy.forms import HopeForm
from walkalong.journey.heavy.kinds import GIVEN_KINDS, HopeKind
from walkalong.journey.heavy.models import HopeItem
from walkalong.journey.heavy.notice_kinds import HOPE_GIVEN
from walkalong.journey.heavy.rules import may_tell
from walkalong.matching.models import Match
from walkalong.matching.queries import match_for_member, matches_of, other_member
from walkalong.matching.states import MatchState
from walkalong.notices.services import mark_seen
from walkalong.people.access import PersonRequest

ITEMS_ON_A_PAGE = 20


@never_cache
@require_safe
def box(request: PersonRequest) -> HttpResponse:
    person = request.user
    page = Paginator(queries.hope_of(person), ITEMS_ON_A_PAGE).get_page(request.GET.get("page"))
    page.object_list = readable(page.object_list)
    walks = [match for match in matches_of(person) if match.state == MatchState.ACTIVE]
    context = {
        "page": page,
        "kinds": HopeKind,
        "between": [(match, other_member(match, person)) for match in walks],
    }
    return render(request, "journey/heavy/box.html", context)


@never_cache
@require_safe
def between(request: PersonRequest, match_id: UUID) -> HttpResponse:
    """What each of the two put into the other's box, as far as the reader may know."""
    match = match_for_member(request.user, match_id)
    if match.state == MatchState.ENDED:
        return redirect("journey:hope_box")
    mark_seen(person=request.user, kind=HOPE_GIVEN, key=f"hope:{match.pk}")
    other = other_member(match, request.user)
    given = Paginator(queries.given_in(match, request.user), ITEMS_ON_A_PAGE)
    page = given.get_page(request.GET.get("page"))
    page.object_list = readable(page.object_list)
    context = {
        "match": match,
        "other": other,
        "received": readable(queries.given_in(match, other)[:ITEMS_ON_A_PAGE]),
        "page": page,
        "may_give": may_tell(request.user, match),
        "kinds": GIVEN_KINDS,
    }
    return render(request, "journey/heavy/between.html", context)


@sensitive_post_parameters()
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def put_in(request: PersonRequest, hope_kind: str) -> HttpResponse:
    return _put_in(request, _kind(hope_kind, tuple(HopeKind)), None)


@sensitive_post_parameters()
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def give(request: PersonRequest, match_id: UUID, hope_kind: str) -> HttpResponse:
    match = match_for_member(request.user, match_id)
    if not may_tell(request.user, match) and request.method != "POST":
        return redirect("journey:hope_between", match.pk)
    return _put_in(request, _kind(hope_kind, GIVEN_KINDS), match)


def _kind(name: str, known: tuple[HopeKind, ...]) -> HopeKind:
    if name not in known:
        raise Http404
    return HopeKind(name)


def _put_in(request: PersonRequest, kind: HopeKind, match: Match | None) -> HttpResponse:
    done = reverse("journey:hope_between", args=[match.pk]) if match else reverse("journey:hope_box")
    posted = request.method == "POST"
    form = HopeForm(request.POST, request.FILES, kind=kind) if posted else HopeForm(kind=kind)
    if posted and form.is_valid():
        try:
            _put(request, form, kind, match)
        except NotTaken as refused:
            form.add_error("picture" if kind == HopeKind.PICTURE else "words", str(refused.kind))
        except NotNow:
            form.add_error(
                None, _("Nothing can be given just now, because the two of you do not walk at the moment.")
            )
        else:
            messages.success(request, _("It is in the box."))
            return redirect(done)
    other = other_member(match, request.user) if match else None
    context = {"form": form, "kind": kind, "kinds": HopeKind, "other": other, "cancel_url": done}
    return render(request, "journey/heavy/put_in.html", context, status=422 if form.errors else 200)


def _put(request: PersonRequest, form: HopeForm, kind: HopeKind, match: Match | None) -> HopeItem:
    upload = form.cleaned_data.get("picture")
    return services.put_into_hope_box(
        by=request.user,
        kind=kind,
        words=form.cleaned_data["words"],
        picture=upload.read() if upload else None,
        given_in=match,
        press_id=form.cleaned_data["press_id"],
    )


@require_http_methods(["GET", "HEAD", "POST"])
def remove(request: PersonRequest, hope_id: UUID) -> HttpResponse:
    item = queries.item_for(request.user, hope_id)
    mine = item.owner_id == request.user.pk
    back = reverse("journey:hope_box") if mine else reverse("journey:hope_between", args=[item.match_id])
    if request.method == "POST":
        services.remove_from_hope_box(by=request.user, item=item)
        return redirect(back)
    context = {"item": item, "mine": mine, "irreversible": True, "cancel_url": back, "kinds": HopeKind}
    context["title"] = _("Take this out of your box?") if mine else _("Take this back?")
    context["action"] = _("Take it out") if mine else _("Take it back")
    return render(request, "journey/heavy/remove.html", context)


@require_safe
def picture(request: HttpRequest, hope_id: UUID) -> HttpResponseBase:
    item = queries.item_for(request.user, hope_id)  # type: ignore[arg-type]
    if item.media_id is None:
        raise Http404
    return serving.respond(request, item.media_id, CONTENT_TYPE)
