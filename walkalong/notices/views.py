"""What is new, and how somebody wishes to hear of it."""

from typing import NamedTuple
from uuid import UUID

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from walkalong.notices import kinds, mailing, queries, services
from walkalong.notices.models import Notice, NoticeChoice
from walkalong.people.access import PersonRequest


class Row(NamedTuple):
    notice: Notice
    kind: kinds.Kind
    one_by_one: bool  # it stands for several that lead to different places, and opens them in turn


class ChoiceForm(forms.ModelForm):
    class Meta:
        model = NoticeChoice
        fields = ("email",)


@require_GET
def notices(request: PersonRequest) -> HttpResponse:
    rows = _rows(queries.latest_of(request.user))
    anything_new = any(row.notice.seen_at is None for row in rows)
    return render(request, "notices/notices.html", {"rows": rows, "anything_new": anything_new})


def _rows(notices: list[Notice]) -> list[Row]:
    """A line each. News names nobody, so what reads alike and is new shares one, and stays so once seen."""
    alike: dict[tuple[object, ...], list[Notice]] = {}
    for notice in notices:
        mark = (notice.kind, notice.url, notice.seen_at) if notice.seen_at else (notice.kind,)
        alike.setdefault(mark, []).append(notice)
    return [
        Row(same[0], kind, len({notice.url for notice in same}) > 1)
        for same in alike.values()
        if (kind := kinds.find(same[0].kind)) is not None
    ]


@require_POST
def open_notice(request: PersonRequest, notice_id: UUID) -> HttpResponse:
    """Seen, with all that say the same and lead to the same place, and on to what it is about."""
    notice = get_object_or_404(Notice, pk=notice_id, person=request.user)
    services.mark_seen(person=request.user, kind=notice.kind, url=notice.url)
    return redirect(notice.url)


@require_POST
def all_seen(request: PersonRequest) -> HttpResponse:
    services.mark_seen(person=request.user)
    return redirect("notices:notices")


@require_http_methods(["GET", "POST"])
def choices(request: PersonRequest) -> HttpResponse:
    form = ChoiceForm(request.POST or None, instance=queries.choice_of(request.user))
    if request.method == "POST":
        # an unchecked box sends nothing at all, so the method says that the form was sent
        services.choose_email(by=request.user, email="email" in request.POST)
        messages.success(request, _("Saved."))
        return redirect("notices:choices")
    return render(request, "notices/choices.html", {"form": form})


# The mail program itself may press this (RFC 8058), with no session and no token of ours but the signed one.
@csrf_exempt
@login_not_required
@never_cache
@require_http_methods(["GET", "POST"])
def off(request: HttpRequest, token: str) -> HttpResponse:
    person = mailing.person_of_token(token)
    if person is None:
        raise Http404
    if request.method == "POST":
        services.choose_email(by=person, email=False)
    return render(request, "notices/off.html", {"done": request.method == "POST"})
