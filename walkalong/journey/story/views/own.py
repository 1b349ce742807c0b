"""One's own story: looking at it, telling, changing, taking back, and seeing what others see."""

from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from walkalong.foundation.crypto.reading import readable
from walkalong.foundation.ids import uuid7
from walkalong.journey.story import queries, services
from walkalong.journey.story.beginnings import BEGINNINGS
from walkalong.journey.story.forms import PieceForm, initial_of
from walkalong.people.access import PersonRequest
from walkalong.people.errors import Refused
from walkalong.people.rules import has_agreed

PIECES_ON_A_PAGE = 20


@require_safe
def story(request: PersonRequest) -> HttpResponse:
    page = Paginator(queries.own_pieces(request.user), PIECES_ON_A_PAGE).get_page(request.GET.get("page"))
    page.object_list = readable(page.object_list)
    matches = queries.current_matches_of(request.user)
    return render(request, "journey/story/own.html", {"page": page, "matches": matches})


@require_http_methods(["GET", "HEAD", "POST"])
def tell(request: PersonRequest) -> HttpResponse:
    """Words that were typed before an agreement was taken back still come back whole, with the reason."""
    if request.method != "POST" and not has_agreed(request.user):
        return redirect("people:agreements")
    title = BEGINNINGS.get(request.GET.get("begin", ""), "")
    form = PieceForm(
        request.POST or None,
        initial={"title": str(title), "press_id": uuid7()},
        teller=request.user,
        matches=queries.current_matches_of(request.user),
    )
    if request.method == "POST" and form.is_valid():
        try:
            services.tell_piece(
                by=request.user,
                press_id=form.cleaned_data["press_id"],
                title=form.cleaned_data["title"],
                words=form.cleaned_data["words"],
                showing=form.showing,
                in_introduction=form.cleaned_data["in_introduction"],
            )
        except Refused as refused:
            form.add_error(None, str(refused.reason))
        else:
            messages.success(request, _("Kept. It is yours, and you can take it back on any day."))
            return redirect("journey:story")
    return _form_page(request, form)


@require_http_methods(["GET", "HEAD", "POST"])
def piece(request: PersonRequest, piece_id: UUID) -> HttpResponse:
    found = queries.own_piece(request.user, piece_id)
    form = PieceForm(
        request.POST or None,
        initial=initial_of(found),
        teller=request.user,
        matches=queries.current_matches_of(request.user),
    )
    meanwhile = None
    if request.method == "POST" and form.is_valid():
        try:
            services.change_piece(
                by=request.user,
                piece=found,
                title=form.cleaned_data["title"],
                words=form.cleaned_data["words"],
                showing=form.showing,
                in_introduction=form.cleaned_data["in_introduction"],
                as_of=form.as_of_moment,
            )
        except services.ChangedMeanwhile as refused:
            meanwhile = found = queries.own_piece(request.user, piece_id)
            form.data = request.POST.copy()
            form.data["as_of"] = found.changed_at.isoformat()
            form.add_error(None, str(refused.reason))
        except Refused as refused:
            form.add_error(None, str(refused.reason))
        else:
            messages.success(request, _("Kept."))
            return redirect("journey:story")
    return _form_page(request, form, piece=found, meanwhile=meanwhile)


@require_POST
def take_back(request: PersonRequest, piece_id: UUID) -> HttpResponse:
    services.take_back_piece(by=request.user, piece=queries.own_piece(request.user, piece_id))
    messages.success(request, _("Taken back. From now on nobody but you sees it."))
    return redirect("journey:story")


@require_http_methods(["GET", "HEAD", "POST"])
def remove(request: PersonRequest, piece_id: UUID) -> HttpResponse:
    found = queries.own_piece(request.user, piece_id)
    if request.method == "POST":
        services.remove_piece(by=request.user, piece=found)
        messages.success(request, _("It is gone."))
        return redirect("journey:story")
    context = {
        "title": _("Remove this piece?"),
        "text": _("It is gone for good, for you too. To keep it for yourself alone, take it back instead."),
        "action": _("Remove it"),
        "cancel_url": reverse("journey:story_piece", args=[found.pk]),
        "irreversible": True,
    }
    return render(request, "web/confirm.html", context)


@require_safe
def introduction(request: PersonRequest) -> HttpResponse:
    context = {
        "seen": queries.introduction_of(request.user),
        "matches": queries.current_matches_of(request.user),
        "picture_url": reverse("people:own_picture"),
    }
    return render(request, "journey/story/introduction.html", context)


def _form_page(request: PersonRequest, form: PieceForm, **more: object) -> HttpResponse:
    beginnings = BEGINNINGS if not form.is_bound and "piece" not in more else {}
    return render(request, "journey/story/piece.html", {"form": form, "beginnings": beginnings, **more})
