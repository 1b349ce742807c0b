"""Showing a message one received to a human, because something about it is not right."""

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from walkalong.conversation.errors import Refused
from walkalong.conversation.models import Message, Picture
from walkalong.conversation.rules import may_report
from walkalong.people.access import require
from walkalong.people.models import Person
from walkalong.safety.models import HumanRequest
from walkalong.safety.services import tell_a_human


@transaction.atomic
def report_message(*, by: Person, message: Message, words: str) -> HumanRequest:
    """Hand one received message, taken back or not, to people of the programme who are not named in it.

    Only the recipient can, and this act is the only thing that opens a message after it was taken back.
    Raises Refused when the message is gone for good.
    """
    require(may_report, by, message, else_404=True)
    if message.is_gone:
        raise Refused(
            "gone",
            _("This message is gone for good. You can still tell a person about it in your own words."),
        )
    return tell_a_human(
        by=by, words=words, about=message.author, attached_words=_attached(message), match_id=message.match_id
    )


def _attached(message: Message) -> str:
    picture = Picture.objects.filter(message=message).first()
    if picture is None:
        return message.body or ""
    described = picture.alt or _("without a description")
    return f"{message.body}\n\n[{_('with a picture')}: {described}]"
