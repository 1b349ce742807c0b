"""What time takes away: the sealed text of messages taken back, and conversations of matches long ended.

All of it may run twice without harm.
"""

from datetime import timedelta

from django.conf import settings
from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from walkalong.conversation.models import Conversation, LastRead, Message, Picture
from walkalong.foundation.crypto import media
from walkalong.foundation.crypto.services import erase_keys
from walkalong.matching.models import Match
from walkalong.matching.states import MatchState


def forget_taken_back() -> int:
    """Remove the ciphertext of messages whose sealed days are over."""
    until = timezone.now() - timedelta(days=settings.TAKEN_BACK_SEALED_DAYS)
    due = Message.objects.filter(taken_back_at__lte=until, body__isnull=False)
    with transaction.atomic():
        ids = list(due.values_list("pk", flat=True)[:500])
        _erase_pictures(Picture.objects.filter(message__in=ids))
        Message.objects.filter(pk__in=ids).update(body=None)
    return len(ids)


def forget_ended_conversations() -> int:
    """Delete what was written in matches that ended longer ago than it is kept, and the keys."""
    until = timezone.now() - timedelta(days=settings.ENDED_MATCH_KEPT_DAYS)
    due = Match.objects.filter(state=MatchState.ENDED, ended_at__lte=until, conversation__isnull=False)
    forgotten = 0
    for match in due:
        with transaction.atomic():
            _erase_pictures(Picture.objects.filter(message__match=match))
            Message.objects.filter(match=match).delete()
            LastRead.objects.filter(match=match).delete()
            Conversation.objects.filter(match=match).delete()
        erase_keys(scope_prefix=f"match:{match.pk}:")
        forgotten += 1
    return forgotten


def _erase_pictures(pictures: QuerySet[Picture]) -> None:
    for media_id in list(pictures.values_list("media_id", flat=True)):
        media.erase(media_id)
    pictures.delete()
