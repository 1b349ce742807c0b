"""The room: what was said, and where to say more."""

from datetime import timedelta
from uuid import UUID, uuid4

from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils.cache import patch_cache_control
from django.views.decorators.http import require_GET, require_safe

from walkalong.conversation import bubbles, markup, queries
from walkalong.conversation.errors import Refused
from walkalong.conversation.models import Message
from walkalong.conversation.queries import Standing, Stretch
from walkalong.conversation.rules import may_use_companion
from walkalong.conversation.services import mark_read
from walkalong.conversation.topics import topic_of
from walkalong.matching import pair_page
from walkalong.matching.models import Match
from walkalong.matching.queries import open_pauses, other_member
from walkalong.matching.rules import may_write_pair
from walkalong.matching.strengths import offered
from walkalong.people.models import Person
from walkalong.people.rules import has_agreed


@require_safe
def room(request: HttpRequest, match_id: UUID) -> HttpResponse:
    person: Person = request.user  # type: ignore[assignment]
    match = queries.match_to_read(person, match_id)
    standing = queries.standing_of(person, match)
    stretch = _stretch(request, match)
    response = show_room(request, match, standing, stretch, reply_to=_answered(request, match))
    if not stretch.newer and standing.read_seq < standing.last_seq:
        mark_read(by=person, match=match, seq=standing.last_seq)
    return response


def show_room(
    request: HttpRequest,
    match: Match,
    standing: Standing,
    stretch: Stretch,
    *,
    reply_to: Message | None = None,
    kept: str = "",
    refused: Refused | None = None,
    client_id: UUID | None = None,
) -> HttpResponse:
    """The page, with what was typed and why it did not go if it did not."""
    person: Person = request.user  # type: ignore[assignment]
    other = other_member(match, person)
    shown = bubbles.bubbles_for(person, match, stretch.messages, read_seq=standing.read_seq)
    context = {
        "match": match,
        "other": other,
        "topic": topic_of(match.pk),
        "standing": standing,
        "stretch": stretch,
        "messages_html": markup.drawn(shown, other),
        "oldest": shown[0].seq if shown else 0,
        "newest": shown[-1].seq if shown else 0,
        "may_write": may_write_pair(person, match),
        "has_agreed": has_agreed(person),
        "own_pause": any(pause.by_id == person.pk for pause in open_pauses(match)),
        "signs": pair_page.signs_for(match, person),
        "mentor_here": may_use_companion(person, match),
        "strength_offered": offered(match, person),
        "reply_to": reply_to,
        "reply_words": bubbles.shortened(reply_to.body or "") if reply_to else "",
        "kept": kept,
        "refused": refused,
        "client_id": client_id or uuid4(),
        "most_characters": settings.MESSAGE_MAX_LENGTH,
        "picture_bytes": settings.PICTURE_MAX_BYTES,
        "kept_until": match.ended_at and match.ended_at + timedelta(days=settings.ENDED_MATCH_KEPT_DAYS),
    }
    response = render(request, "conversation/room.html", context, status=refused.status if refused else 200)
    patch_cache_control(response, private=True, no_store=True)
    return response


@require_GET
def messages(request: HttpRequest, match_id: UUID) -> JsonResponse:
    """A stretch of the conversation for the script that keeps the page small."""
    person: Person = request.user  # type: ignore[assignment]
    match = queries.match_to_read(person, match_id)
    stretch = _stretch(request, match)
    shown = bubbles.bubbles_for(person, match, stretch.messages)
    answer = JsonResponse(
        {
            "html": markup.drawn(shown, other_member(match, person)),
            "older": stretch.older,
            "newer": stretch.newer,
        }
    )
    patch_cache_control(answer, private=True, no_store=True)
    return answer


def _stretch(request: HttpRequest, match: Match) -> Stretch:
    for name, find in (("before", queries.before), ("after", queries.after), ("at", queries.around)):
        place = request.GET.get(name, "")
        if place.isascii() and place.isdecimal() and len(place) <= 15:
            found = find(match, int(place))
            if found.messages:
                return found
            if name == "before":
                return Stretch([], older=False, newer=True)
    if "after" in request.GET:
        return Stretch([], older=True, newer=False)
    return queries.newest(match)


def _answered(request: HttpRequest, match: Match) -> Message | None:
    """The message being answered, when the page was opened to answer one."""
    try:
        wanted = UUID(request.GET.get("reply", ""))
    except ValueError:
        return None
    found = Message.objects.filter(match=match, pk=wanted, taken_back_at=None).first()
    if found is not None:
        found.match = match
    return found
