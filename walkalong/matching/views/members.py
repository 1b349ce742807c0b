"""What each of the two may do at any moment: pause, come back, leave, stop contact. Both have the same."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from walkalong.matching.acts import LEAVE, PAUSE, RESUME, STOP, Act
from walkalong.matching.errors import StillHeld
from walkalong.matching.models import Match
from walkalong.matching.queries import match_for_member, open_pauses, other_member
from walkalong.matching.states import IllegalTransition, MatchState
from walkalong.people.access import PersonRequest, agreement_required


@require_safe
def ways(request: PersonRequest, match_id: UUID) -> HttpResponse:
    match = match_for_member(request.user, match_id)
    if match.state == MatchState.ENDED:
        return redirect("home:pair", match.id)
    own_pause = any(pause.by_id == request.user.pk for pause in open_pauses(match))
    other = other_member(match, request.user)
    return render(request, "matching/ways.html", {"match": match, "other": other, "own_pause": own_pause})


@require_http_methods(["GET", "HEAD", "POST"])
def pause(request: PersonRequest, match_id: UUID) -> HttpResponse:
    return _confirm_and_do(request, match_id, PAUSE)


@require_http_methods(["GET", "HEAD", "POST"])
@agreement_required
def resume(request: PersonRequest, match_id: UUID) -> HttpResponse:
    return _confirm_and_do(request, match_id, RESUME)


@require_http_methods(["GET", "HEAD", "POST"])
def leave(request: PersonRequest, match_id: UUID) -> HttpResponse:
    return _confirm_and_do(request, match_id, LEAVE)


@require_http_methods(["GET", "HEAD", "POST"])
def stop(request: PersonRequest, match_id: UUID) -> HttpResponse:
    return _confirm_and_do(request, match_id, STOP)


def _confirm_and_do(request: PersonRequest, match_id: UUID, act: Act) -> HttpResponse:
    """A page that says what will happen; pressed, it happens. A match that ended meanwhile says so."""
    match = match_for_member(request.user, match_id)
    if request.method != "POST":
        if match.state == MatchState.ENDED:
            return redirect("home:pair", match.id)
        return render(request, "matching/confirm_act.html", _words(request, match, act))
    try:
        act.do(by=request.user, match=match)
    except IllegalTransition:
        messages.info(request, _("This walk had ended already."))
    except StillHeld:
        messages.info(
            request,
            _(
                "Your pause goes on a little longer: somebody of the programme talks with you first. "
                "You can reach them at “Talk to a person”, at the bottom of every page."
            ),
        )
    else:
        messages.success(request, str(act.done))
    return redirect("home:pair", match.id)


def _words(request: PersonRequest, match: Match, act: Act) -> dict[str, object]:
    other = other_member(match, request.user)
    return {
        "title": str(act.title) % {"name": other.display_name},
        "points": act.points(match, other),
        "action": act.action,
        "irreversible": act.irreversible,
        "cancel_url": reverse("home:pair", args=[match.id]),
    }
