"""The small shared moment: each of the two may light a lamp for a step; with both lit, open pages glow."""

from uuid import UUID

from django.db import transaction

from walkalong.journey.steps.models import Lamp
from walkalong.journey.steps.notice_kinds import LAMP
from walkalong.journey.steps.services.shared import match_to_give_in, shared_step_locked
from walkalong.journey.steps.services.telling import tell, untell
from walkalong.journey.steps.topics import changed
from walkalong.matching.models import Match
from walkalong.matching.queries import other_member
from walkalong.matching.rules import is_member
from walkalong.people.access import require
from walkalong.people.models import Person


@transaction.atomic
def light_lamp(*, by: Person, match: Match, step_id: UUID) -> Lamp:
    """Light one's lamp for a step that the two share, whoever's it is. Lit twice it burns once.

    Raises NotNow, TakenBack.
    """
    require(is_member, by, match, else_404=True)
    match = match_to_give_in(by, match.pk)
    step = shared_step_locked(match, step_id)
    lamp, lit = Lamp.objects.get_or_create(step=step, match=match, by=by)
    if lit:
        lamp.change = changed(match.pk)
        lamp.save(update_fields=["change"])
        tell(other_member(match, by), LAMP, match, step)
    return lamp


@transaction.atomic
def put_out_lamp(*, by: Person, match: Match, step_id: UUID) -> None:
    """Take one's own lamp back. Harmless when it does not burn."""
    require(is_member, by, match, else_404=True)
    if Lamp.objects.filter(step=step_id, match=match, by=by).delete()[0]:
        untell(other_member(match, by), LAMP, match.pk, step_id)
        changed(match.pk)
