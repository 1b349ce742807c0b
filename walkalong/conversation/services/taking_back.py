"""Taking back one's own message: the text disappears for both at once and stays sealed for a while.

Sealed and not erased, because the one it was written to may need to report it. Both are told that beforehand.
"""

from django.db import transaction
from django.utils import timezone

from walkalong.conversation.models import Message
from walkalong.conversation.rules import may_take_back
from walkalong.conversation.services.shared import locked, next_number
from walkalong.conversation.topics import topic_of
from walkalong.foundation.realtime import publish
from walkalong.people.access import require
from walkalong.people.models import Person


@transaction.atomic
def take_back(*, by: Person, message: Message) -> Message:
    """Take back a message. Pressed twice it is taken back once."""
    require(may_take_back, by, message, else_404=True)
    conversation = locked(message.match)
    message = Message.objects.select_related("match").get(pk=message.pk)
    if message.taken_back_at is not None:
        return message
    number = next_number(conversation)
    message.taken_back_at = timezone.now()
    message.change = number
    message.save(update_fields=["taken_back_at", "change"])
    message.replies.update(change=number)  # they quote it, and must be shown anew without the quote
    publish(topic_of(message.match_id), {"type": "taken_back"})
    return message
