"""Telling somebody, after a quiet while, that words wait for them. Never whose, never what."""

from datetime import timedelta

from django.conf import settings
from django.db import transaction
from django.db.models import Exists, Max, OuterRef, Subquery, Value
from django.db.models.functions import Coalesce, Greatest
from django.urls import reverse
from django.utils import timezone

from walkalong.conversation.models import LastRead, Message
from walkalong.conversation.notice_kinds import WAITING
from walkalong.matching.models import Match
from walkalong.matching.states import MatchState
from walkalong.notices.services import notify
from walkalong.people.models import Person

LOOKED_BACK = timedelta(days=2)  # older ones were told of already, or the server was away and it is stale


def tell_of_waiting_messages() -> int:
    """Tell each member of an active match once about words that waited unread for a while."""
    told = 0
    for match in _matches_with_recent_words():
        for person, other in ((match.mentee, match.mentor), (match.mentor, match.mentee)):
            told += _tell(match, person, other)
    return told


def _due(match: Match | OuterRef) -> dict[str, object]:
    now = timezone.now()
    return {
        "match": match,
        "taken_back_at": None,
        "created_at__lte": now - timedelta(minutes=settings.QUIET_MINUTES_BEFORE_NOTICE),
        "created_at__gte": now - LOOKED_BACK,
    }


def _matches_with_recent_words() -> list[Match]:
    waiting = Message.objects.filter(**_due(OuterRef("pk")))
    matches = Match.objects.filter(Exists(waiting), state=MatchState.ACTIVE)
    return list(matches.select_related("mentee", "mentor"))


@transaction.atomic
def _tell(match: Match, person: Person, other: Person) -> int:
    known = LastRead.objects.filter(match=match, person=person)
    reached = Subquery(known.values(reached=Greatest("seq", "told_seq"))[:1])
    waiting = Message.objects.filter(**_due(match), author=other, seq__gt=Coalesce(reached, Value(0)))
    newest = waiting.aggregate(newest=Max("seq"))["newest"]
    if newest is None or not person.is_active:
        return 0
    LastRead.objects.get_or_create(match=match, person=person)
    if not known.filter(told_seq__lt=newest).update(told_seq=newest):
        return 0
    notify(
        person=person,
        kind=WAITING,
        url=reverse("conversation:room", args=[match.pk]),
        key=f"{WAITING}:{match.pk}",
    )
    return 1
