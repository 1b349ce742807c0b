"""What several acts on a journey need."""

from uuid import UUID

from django.utils.translation import gettext_lazy as _

from walkalong.foundation.crypto.reading import is_readable
from walkalong.journey.steps.errors import NotNow, TakenBack
from walkalong.journey.steps.models import Step
from walkalong.journey.steps.rules import may_give, owns_step
from walkalong.matching.models import Match
from walkalong.matching.states import MatchState
from walkalong.people.access import require
from walkalong.people.models import Person
from walkalong.people.rules import has_agreed


def own_step_locked(by: Person, step: Step) -> Step:
    """The owner's step as it is now, held until the end of the transaction. Raises TakenBack."""
    require(owns_step, by, step, else_404=True)
    found = Step.objects.select_for_update(of=("self",)).filter(pk=step.pk, owner=by).first()
    if found is None or not is_readable(found):
        raise TakenBack
    return found


def shared_step_locked(match: Match, step_id: UUID) -> Step:
    """A step the two show each other, held so that it cannot go while it is answered. Raises TakenBack."""
    found = (
        Step.objects.select_for_update(of=("self",), no_key=True)
        .filter(pk=step_id, shares__match=match)
        .first()
    )
    if found is None or not is_readable(found):
        raise TakenBack
    return found


def match_to_give_in(by: Person, match_id: UUID) -> Match:
    """The match as it is now, if this member may give the other something. Raises NotNow."""
    match = Match.objects.select_related("mentee", "mentor").get(pk=match_id)
    if not may_give(by, match):
        raise why_not(by, match)
    return match


def why_not(by: Person, match: Match) -> NotNow:
    """Which of the reasons it is, said so that nobody is blamed."""
    if match.state == MatchState.PAUSED:
        return NotNow(_("The two of you are taking a pause. Nothing reaches the other until it is over."))
    if match.state == MatchState.ACTIVE and not has_agreed(by):
        return NotNow(_("Before you share, please read and agree to how this is kept private."))
    return NotNow(_("This walk has ended, so nothing more can be shared in it."))
