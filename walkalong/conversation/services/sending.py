"""Sending a message: durable, in order, and once, however often it is tried."""

from uuid import UUID

from django.conf import settings
from django.db import IntegrityError
from django.utils.translation import gettext_lazy as _

from walkalong.conversation.errors import Refused
from walkalong.conversation.models import Conversation, Message, Picture
from walkalong.conversation.pace import too_many_pictures, too_often
from walkalong.conversation.pictures import CONTENT_TYPE, SafePicture, made_safe
from walkalong.conversation.services.shared import locked, next_number
from walkalong.conversation.topics import topic_of
from walkalong.conversation.words import taken
from walkalong.foundation.crypto import media
from walkalong.foundation.database import writing_in_turn
from walkalong.foundation.ids import uuid7
from walkalong.foundation.prepared import PreparedInsert
from walkalong.foundation.realtime import Told, publish
from walkalong.matching.models import Match
from walkalong.matching.rules import is_member, may_write_pair
from walkalong.matching.states import MatchState
from walkalong.people.access import require
from walkalong.people.models import Person
from walkalong.people.rules import has_agreed

_write = PreparedInsert(Message)


def send_message(
    *,
    by: Person,
    match: Match,
    body: str,
    client_id: UUID,
    reply_to: UUID | None = None,
    picture: bytes | None = None,
    alt: str = "",
    live: str = "",
) -> Message:
    """Say something to the other member.

    `client_id` was made where the words were typed: a second try with the same one answers the message that
    is already there. `picture` is a file as it was uploaded; `live` names the page's own live connection,
    which is answered here and need not be told. Raises Refused, with a sentence to show.
    """
    require(is_member, by, match, else_404=True)
    words = taken(body, may_be_empty=picture is not None)
    described = taken(alt, may_be_empty=True)
    if too_often("send", by, per_minute=settings.MESSAGES_PER_MINUTE):
        raise Refused(
            "too_fast",
            _("That was a lot at once. Your words are kept, and can go in a minute."),
            status=429,
            try_later=True,
        )
    if picture is not None and too_many_pictures(by):
        raise Refused(
            "too_fast",
            _("Those were many pictures at once. This one is kept, and can go in a minute."),
            status=429,
            try_later=True,
        )
    safe = made_safe(picture) if picture is not None else None
    try:
        with writing_in_turn():
            return _append(by, match, words, client_id, reply_to, safe, described, live)
    except IntegrityError:
        earlier = _already_sent(by, client_id)
        if earlier is None:
            raise
        if earlier.match_id != match.pk:
            raise Refused("unsendable", _("This page is out of date. Please try once more.")) from None
        return earlier


def _append(
    by: Person,
    match: Match,
    words: str,
    client_id: UUID,
    reply_to: UUID | None,
    picture: SafePicture | None,
    alt: str,
    live: str,
) -> Message:
    conversation = locked(match)
    if not may_write_pair(by, conversation.match):
        earlier = _already_sent(by, client_id)
        if earlier is not None and earlier.match_id == match.pk:
            return earlier
        raise _why_not(by, conversation)
    if reply_to is not None and not Message.objects.filter(pk=reply_to, match=match).exists():
        raise Refused("unknown_reply", _("The message you are answering is not here any more."))
    number = next_number(conversation)
    message = _write(
        Message(
            match=match,
            author=by,
            seq=number,
            change=number,
            body=words,
            client_id=client_id,
            reply_to_id=reply_to,
        )
    )
    if picture is not None:
        _keep_picture(message, picture, alt)
    publish(topic_of(match.pk), {"type": "message"}, told=Told(live, str(by.pk), number) if live else None)
    return message


def _keep_picture(message: Message, picture: SafePicture, alt: str) -> None:
    media_id = uuid7()
    media.write(scope=message.words_scope, media_id=media_id, data=picture.data, content_type=CONTENT_TYPE)
    Picture.objects.create(
        message=message, media_id=media_id, width=picture.width, height=picture.height, alt=alt
    )


def _already_sent(by: Person, client_id: UUID) -> Message | None:
    return Message.objects.filter(author=by, client_id=client_id).first()


def _why_not(by: Person, conversation: Conversation) -> Refused:
    """Which of the reasons it is, said so that nobody is blamed."""
    match conversation.match.state:
        case MatchState.ENDED:
            return Refused("ended", _("This walk has ended, so nothing more can be sent here."), status=409)
        case MatchState.PAUSED:
            return Refused(
                "paused",
                _("The two of you are taking a pause. Nothing is sent until it is over."),
                status=409,
            )
    if not has_agreed(by):
        return Refused(
            "not_agreed",
            _("Before you write, please read and agree to how we keep this private."),
            status=409,
        )
    return Refused("closed", _("Nothing can be sent here just now."), status=409)
