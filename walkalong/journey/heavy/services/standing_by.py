"""The other's answer without words: one press that says, thinking of you."""

from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from walkalong.foundation.realtime import publish
from walkalong.journey.heavy.errors import NotNow
from walkalong.journey.heavy.models import HeavyTelling
from walkalong.journey.heavy.notice_kinds import HEAVY, THOUGHT_OF
from walkalong.journey.heavy.queries import told_to
from walkalong.journey.heavy.rules import may_tell
from walkalong.journey.heavy.services.saying import notice_key
from walkalong.journey.heavy.topics import topic_of
from walkalong.matching.models import Match
from walkalong.matching.queries import other_member
from walkalong.matching.rules import is_member
from walkalong.notices.services import mark_seen, notify
from walkalong.people.access import require
from walkalong.people.models import Person


@transaction.atomic
def show_you_think_of_them(*, by: Person, match: Match) -> None:
    """Let the other see that one knows and thinks of them. Pressed twice it is shown once.

    Raises NotNow when there is no heavy day to answer any more, or the match rests.
    """
    require(is_member, by, match, else_404=True)
    telling = told_to(by, match) if may_tell(by, match) else None
    if telling is None:
        raise NotNow
    mark_seen(person=by, kind=HEAVY, key=notice_key(match))
    now = timezone.now()
    fresh = HeavyTelling.objects.filter(pk=telling.pk, thought_of_at=None, taken_back_at=None)
    if not fresh.update(thought_of_at=now, changed_at=now):
        return
    other = other_member(match, by)
    url = reverse("journey:be_with", args=[match.pk])  # the match in it: a notice rests while the match does
    notify(person=other, kind=THOUGHT_OF, url=url, key=f"thought_of:{match.pk}")
    for person in (by, other):
        publish(topic_of(person.pk), {"type": "heavy"})
