"""Saying that today is heavy, adding a few words, taking it back."""

from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from walkalong.foundation.realtime import publish
from walkalong.journey.heavy.errors import NotNow
from walkalong.journey.heavy.kinds import FADES_AFTER, SAME_WHILE
from walkalong.journey.heavy.models import HeavyDay, HeavyTelling
from walkalong.journey.heavy.notice_kinds import HEAVY
from walkalong.journey.heavy.queries import day_now
from walkalong.journey.heavy.rules import is_own_day, may_tell
from walkalong.journey.heavy.topics import topic_of
from walkalong.matching.models import Match
from walkalong.matching.queries import other_member
from walkalong.matching.rules import is_member
from walkalong.notices.models import Mail
from walkalong.notices.queries import unseen_of
from walkalong.notices.services import mark_seen, notify
from walkalong.people.access import require
from walkalong.people.models import Person


@transaction.atomic
def say_today_is_heavy(*, by: Person, match: Match) -> HeavyTelling:
    """Let the other know that today is heavy, and nothing else. Said twice in an hour it is told once.

    Raises NotNow when the match rests or is over, or its writer has not agreed to what comes before.
    """
    require(is_member, by, match, else_404=True)
    match = _locked(match.pk)
    if not may_tell(by, match):
        raise NotNow
    now = timezone.now()
    day = day_now(by, since=now - SAME_WHILE) or HeavyDay.objects.create(person=by, said_at=now)
    return _tell(day, match, now)


@transaction.atomic
def keep_words(*, by: Person, words: str, shown_in: Match | None = None) -> HeavyDay:
    """Put words to the heavy day, for oneself, or for the other of one match to read as well.

    Without a day there is one now. Words that are not shown again are not shown any more. Raises NotNow.
    """
    require(is_active_person, by)
    if shown_in is not None:
        require(is_member, by, shown_in, else_404=True)
        shown_in = _locked(shown_in.pk)
        if not may_tell(by, shown_in):
            raise NotNow
    now = timezone.now()
    day = day_now(by) or HeavyDay.objects.create(person=by, said_at=now)
    day.words = words
    day.save(update_fields=["words"])
    if shown_in is not None and words:
        _tell(day, shown_in, now)
        HeavyTelling.objects.filter(day=day, match=shown_in).update(shows_words=True, changed_at=now)
    day.tellings.exclude(match=shown_in if words else None).filter(shows_words=True).update(
        shows_words=False, changed_at=now
    )
    _hint(day)
    return day


@transaction.atomic
def take_back_heavy(*, by: Person, match: Match) -> None:
    """The other does not see it any more, at once. A notice they have not seen goes too.

    Words that were shown stay their owner's: saying it again tells of the day, and not of them.
    """
    require(is_member, by, match, else_404=True)
    now = timezone.now()
    told = HeavyTelling.objects.filter(
        match=match, day__person=by, day__said_at__gt=now - FADES_AFTER, taken_back_at=None
    )
    if not told.update(taken_back_at=now, shows_words=False, changed_at=now):
        return
    if _withdraw_notice(other_member(match, by), match):
        HeavyTelling.objects.filter(match=match, day__person=by, taken_back_at=now).update(noticed_at=None)
    _publish(match)


@transaction.atomic
def forget_heavy_day(*, by: Person, day: HeavyDay) -> None:
    """Delete a heavy day of one's own, its words, and whom it was told to."""
    require(is_own_day, by, day, else_404=True)
    matches = [telling.match for telling in day.tellings.select_related("match")]
    for match in matches:
        _withdraw_notice(other_member(match, by), match)
        _publish(match)
    day.delete()


def is_active_person(person: Person) -> bool:
    return person.is_active


def _tell(day: HeavyDay, match: Match, now: datetime) -> HeavyTelling:
    telling, _made = HeavyTelling.objects.get_or_create(day=day, match=match, defaults={"told_at": now})
    if telling.taken_back_at is not None:
        telling.taken_back_at = None
        telling.thought_of_at = None
        telling.told_at = now
    if not _noticed_lately(day.person_id, match, now):
        url = reverse("journey:be_with", args=[match.pk])
        notify(person=other_member(match, day.person), kind=HEAVY, url=url, key=notice_key(match))
        telling.noticed_at = now
    telling.changed_at = now
    telling.save()
    _publish(match)
    return telling


def _noticed_lately(person_id: UUID, match: Match, now: datetime) -> bool:
    lately = HeavyTelling.objects.filter(match=match, day__person=person_id)
    return lately.filter(noticed_at__gt=now - SAME_WHILE).exists()


def notice_key(match: Match) -> str:
    return f"heavy:{match.pk}"


def _withdraw_notice(other: Person, match: Match) -> bool:
    """Remove a notice nobody has seen and no e-mail has told of; whether there was one."""
    waiting = unseen_of(other).filter(kind=HEAVY, key=notice_key(match))
    if not waiting.exclude(mail__in=[Mail.LEAVING, Mail.SENT]).exists():
        return False
    return mark_seen(person=other, kind=HEAVY, key=notice_key(match)) > 0


def _locked(match_id: UUID) -> Match:
    """The match as it is now: a stop at the same moment comes before this, or after it."""
    return (
        Match.objects.select_for_update(of=("self",), no_key=True)
        .select_related("mentee", "mentor")
        .get(pk=match_id)
    )


def _hint(day: HeavyDay) -> None:
    for telling in day.tellings.select_related("match"):
        _publish(telling.match)


def _publish(match: Match) -> None:
    for person_id in (match.mentee_id, match.mentor_id):
        publish(topic_of(person_id), {"type": "heavy"})
