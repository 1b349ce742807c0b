"""The story in the space of the two: what the other shows, and what oneself shows the other."""

from uuid import UUID

from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from walkalong.foundation.crypto import serving
from walkalong.foundation.pictures import CONTENT_TYPE
from walkalong.journey.story import queries
from walkalong.journey.story.telling import KIND, topic_of
from walkalong.matching.queries import match_for_member, other_member
from walkalong.notices.services import mark_seen
from walkalong.people.access import PersonRequest


@require_safe
def pair_story(request: PersonRequest, match_id: UUID) -> HttpResponse:
    """What the other shows now. After the end it is theirs alone again."""
    match = match_for_member(request.user, match_id)
    if match.state not in queries.CURRENT:
        return redirect("home:pair", match.pk)
    other = other_member(match, request.user)
    mark_seen(person=request.user, kind=KIND, key=str(match.pk))
    context = {
        "match": match,
        "other": other,
        "seen": queries.seen_by_other(match, other),
        "picture_url": reverse("journey:pair_picture", args=[match.pk]),
        "topic": topic_of(match),
    }
    return render(request, "journey/story/pair.html", context)


@require_safe
def pair_seen(request: PersonRequest, match_id: UUID) -> HttpResponse:
    """The preview: what the other, and who looks after the two, see of oneself now."""
    match = match_for_member(request.user, match_id)
    if match.state not in queries.CURRENT:
        return redirect("home:pair", match.pk)
    context = {
        "match": match,
        "matches": queries.current_matches_of(request.user),
        "other": other_member(match, request.user),
        "by_other": queries.seen_by_other(match, request.user),
        "by_ambassador": queries.seen_by_ambassador(match, request.user),
        "picture_url": reverse("people:own_picture"),
    }
    return render(request, "journey/story/mine.html", context)


@require_safe
def pair_picture(request: PersonRequest, match_id: UUID) -> HttpResponseBase:
    match = match_for_member(request.user, match_id)
    media_id = queries.picture_seen_by_other(match, other_member(match, request.user))
    return serving.respond(request, media_id, CONTENT_TYPE)
