"""A long conversation, made quickly: sealed like any other, numbered, and spread over the days before now."""

from datetime import timedelta
from uuid import uuid4

from django.utils import timezone

from walkalong.conversation.models import Conversation, LastRead, Message
from walkalong.matching.models import Match

BATCH = 500


def make_long_history(match: Match, count: int = 10_000, *, every: timedelta = timedelta(minutes=37)) -> None:
    """Add `count` messages, in turns, each saying its number; both members have read them all."""
    conversation, _ = Conversation.objects.get_or_create(match=match)
    start = conversation.last_seq
    began = timezone.now() - every * count
    people = (match.mentee, match.mentor)
    for first in range(0, count, BATCH):
        Message.objects.bulk_create(
            Message(
                match=match,
                author=people[n % 2],
                seq=start + n + 1,
                change=start + n + 1,
                body=f"words number {n + 1}" + " and some more of them" * (n % 7),
                client_id=uuid4(),
                created_at=began + every * n,
            )
            for n in range(first, min(first + BATCH, count))
        )
    conversation.last_seq = start + count
    conversation.save(update_fields=["last_seq"])
    for person in people:
        LastRead.objects.update_or_create(
            match=match, person=person, defaults={"seq": start + count, "told_seq": start + count}
        )
