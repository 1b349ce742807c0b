"""A picture of a message, for the two alone."""

from uuid import UUID

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.views.decorators.http import require_safe

from walkalong.conversation import queries
from walkalong.conversation.pictures import CONTENT_TYPE
from walkalong.foundation.crypto import serving
from walkalong.people.models import Person


@require_safe
def picture(request: HttpRequest, match_id: UUID, message_id: UUID) -> HttpResponseBase:
    person: Person = request.user  # type: ignore[assignment]
    found = queries.picture_of(queries.match_to_read(person, match_id), message_id)
    return serving.respond(request, found.media_id, CONTENT_TYPE)
