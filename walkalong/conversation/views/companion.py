"""The companion beside a mentor's draft. Nothing of it is logged, kept or counted (S3)."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST, require_safe

from walkalong.conversation import companion_marks, queries
from walkalong.conversation.mirror import last_conversation
from walkalong.conversation.pace import too_often
from walkalong.conversation.rules import may_use_companion
from walkalong.conversation.words import with_plain_newlines
from walkalong.people.access import require
from walkalong.people.models import Person

READINGS_PER_MINUTE = 90
MIRRORS_PER_MINUTE = 6


@sensitive_post_parameters()
@require_POST
def companion(request: HttpRequest, match_id: UUID) -> JsonResponse:
    """Marks for a draft; silence when it is off, asked too often, or anything goes wrong."""
    person: Person = request.user  # type: ignore[assignment]
    match = queries.match_to_read(person, match_id)
    require(may_use_companion, person, match, else_404=True)
    draft = with_plain_newlines(request.POST.get("draft", ""))
    if not queries.companion_is_on(person) or too_often("companion", person, per_minute=READINGS_PER_MINUTE):
        return JsonResponse(companion_marks.SILENCE)
    return JsonResponse(companion_marks.marks_for(draft, queries.last_words_of(match, match.mentee_id)))


@require_safe
def mirror(request: HttpRequest, match_id: UUID) -> HttpResponse:
    """One's own last conversation, read at this moment for oneself alone."""
    person: Person = request.user  # type: ignore[assignment]
    match = queries.match_to_read(person, match_id)
    require(may_use_companion, person, match, else_404=True)
    waits = too_often("mirror", person, per_minute=MIRRORS_PER_MINUTE)
    looked = [] if waits else last_conversation(person, match)
    context = {"match": match, "other": match.mentee, "looked": looked, "waits": waits}
    return render(request, "conversation/mirror.html", context)
