"""“I noticed this; was it a step?” The one who noticed asks; whether it was stays with the other.

Nobody but the one it was noticed about ever changes their journey, and letting it be tells nobody anything.
"""

from collections.abc import Iterable
from datetime import date, timedelta
from uuid import UUID

from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from walkalong.foundation.ids import uuid7
from walkalong.journey.steps.errors import TakenBack
from walkalong.journey.steps.kinds import Kind
from walkalong.journey.steps.models import Noticing, Step
from walkalong.journey.steps.notice_kinds import NOTICED
from walkalong.journey.steps.rules import may_answer_noticing, may_take_back_noticing
from walkalong.journey.steps.services.keeping import name_step
from walkalong.journey.steps.services.shared import match_to_give_in
from walkalong.journey.steps.topics import changed
from walkalong.journey.steps.words import taken
from walkalong.matching.models import Match
from walkalong.matching.queries import other_member
from walkalong.matching.rules import is_member
from walkalong.notices.services import mark_seen, notify
from walkalong.people.access import require
from walkalong.people.errors import Refused
from walkalong.people.models import Person

MOST_IN_A_DAY = 10


def notice_step(*, by: Person, match: Match, words: str, press_id: UUID | None = None) -> Noticing:
    """Say to the other what one noticed about them. Raises Refused, with a sentence to show."""
    require(is_member, by, match, else_404=True)
    noticing = Noticing(by=by, words=taken(words), press_id=press_id or uuid7())
    try:
        with transaction.atomic():
            noticing.match = match_to_give_in(by, match.pk)
            _not_too_many(by, match)
            noticing.save(force_insert=True)
            changed(match.pk)
            notify(
                person=other_member(match, by),
                kind=NOTICED.name,
                url=reverse("journey:noticing", args=[match.pk, noticing.pk]),
                key=str(noticing.pk),
            )
    except IntegrityError:
        earlier = Noticing.objects.filter(by=by, press_id=noticing.press_id).first()
        if earlier is None:
            raise
        return earlier
    return noticing


def _not_too_many(by: Person, match: Match) -> None:
    since = timezone.now() - timedelta(days=1)
    if Noticing.objects.filter(match=match, by=by, created_at__gte=since).count() >= MOST_IN_A_DAY:
        raise Refused(
            _("You noticed a lot today. Keep this one for tomorrow, or say it in the conversation.")
        )


@transaction.atomic
def accept_noticing(
    *,
    by: Person,
    noticing: Noticing,
    kind: Kind,
    words: str,
    happened_on: date | None = None,
    share_with: Iterable[Match] = (),
    press_id: UUID | None = None,
) -> Step:
    """Yes, it was: put it on one's own way, in one's own words, shared or not. Raises Refused, TakenBack."""
    noticing = _open(by, noticing)
    if noticing.step is not None:
        return noticing.step
    step = name_step(
        by=by, kind=kind, words=words, happened_on=happened_on, share_with=share_with, press_id=press_id
    )
    noticing.step, noticing.answered_at = step, timezone.now()
    noticing.save(update_fields=["step", "answered_at"])
    _seen(by, noticing)
    return step


@transaction.atomic
def let_noticing_be(*, by: Person, noticing: Noticing) -> None:
    """Leave it. It leaves one's pages, and the other is told nothing and sees no difference."""
    noticing = _open(by, noticing)
    if noticing.answered_at is None:
        noticing.answered_at = timezone.now()
        noticing.save(update_fields=["answered_at"])
    _seen(by, noticing)


@transaction.atomic
def take_back_noticing(*, by: Person, noticing: Noticing) -> None:
    """Unsay it, for good. A step the other made of it stays theirs."""
    require(may_take_back_noticing, by, noticing, else_404=True)
    other = other_member(noticing.match, by)
    mark_seen(person=other, kind=NOTICED.name, key=str(noticing.pk))
    if Noticing.objects.filter(pk=noticing.pk).delete()[0]:
        changed(noticing.match_id)


def _open(by: Person, noticing: Noticing) -> Noticing:
    require(may_answer_noticing, by, noticing, else_404=True)
    found = (
        Noticing.objects.select_for_update(of=("self",))
        .select_related("match", "step")
        .filter(pk=noticing.pk)
        .first()
    )
    if found is None:
        raise TakenBack
    return found


def _seen(by: Person, noticing: Noticing) -> None:
    mark_seen(person=by, kind=NOTICED.name, key=str(noticing.pk))
