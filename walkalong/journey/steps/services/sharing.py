"""Showing a step to the other of a walk, and keeping it to oneself again: at once, each as often as liked."""

from collections.abc import Iterable
from uuid import UUID

from django.db import transaction
from django.urls import reverse

from walkalong.journey.steps.models import SharedStep, Step
from walkalong.journey.steps.notice_kinds import SHARED, key_of
from walkalong.journey.steps.services.shared import match_to_give_in, own_step_locked
from walkalong.journey.steps.topics import changed
from walkalong.matching.models import Match
from walkalong.matching.queries import other_member
from walkalong.matching.rules import is_member
from walkalong.notices.services import notify
from walkalong.people.access import require
from walkalong.people.models import Person


@transaction.atomic
def share_step(*, by: Person, step: Step, match: Match) -> None:
    """Show one's step to the other of this match. Twice is once. Raises NotNow, TakenBack."""
    require(is_member, by, match, else_404=True)
    show_to(by, own_step_locked(by, step), {match.pk})


@transaction.atomic
def stop_sharing_step(*, by: Person, step: Step, match: Match) -> None:
    """Keep one's step to oneself again, at once; also during a pause and after the end."""
    require(is_member, by, match, else_404=True)
    hide_from(own_step_locked(by, step), {match.pk})


def share_exactly(by: Person, step: Step, wanted: Iterable[Match]) -> None:
    """Make the sharing of a locked step what its owner chose, no more and no less. Raises NotNow.

    What is shared in a walk that has ended is not offered any more, and stays as it is: nobody sees it.
    """
    chosen = {match.pk for match in wanted}
    shared = set(step.shares.exclude(match__state="ended").values_list("match_id", flat=True))
    hide_from(step, shared - chosen)
    show_to(by, step, chosen - shared)


def show_to(by: Person, step: Step, match_ids: set[UUID]) -> None:
    for match_id in sorted(match_ids):
        match = match_to_give_in(by, match_id)
        _share, made = SharedStep.objects.get_or_create(step=step, match=match)
        if not made:
            continue
        changed(match.pk)
        notify(
            person=other_member(match, by),
            kind=SHARED.name,
            url=reverse("journey:both", args=[match.pk]),
            key=key_of(match),
        )


def hide_from(step: Step, match_ids: set[UUID]) -> None:
    for match_id in sorted(match_ids):
        if step.shares.filter(match=match_id).delete()[0]:
            changed(match_id)
