"""Showing something one received on the way to a human, because something about it is not right."""

from django.db import transaction
from django.utils.translation import gettext as _

from walkalong.journey.steps.models import Celebration, Noticing, Step
from walkalong.journey.steps.rules import may_show_to_a_human
from walkalong.matching.models import Match
from walkalong.people.access import require
from walkalong.people.models import Person
from walkalong.safety.models import HumanRequest
from walkalong.safety.services import tell_a_human

Received = Step | Celebration | Noticing


@transaction.atomic
def show_to_a_human(*, by: Person, received: Received, match: Match, words: str) -> HumanRequest:
    """Hand this one thing, and what one adds, to people of the programme who are not named in it.

    Only whoever received it can; who gave it is not told. Raises NobodyToReceive.
    """
    require(may_show_to_a_human, by, (received, match), else_404=True)
    author = received.owner if isinstance(received, Step) else received.by
    return tell_a_human(
        by=by, words=words, about=author, attached_words=_attached(received), match_id=match.pk
    )


def _attached(received: Received) -> str:
    if not isinstance(received, Celebration) or received.media_id is None:
        return received.words or "-"
    described = received.alt or _("without a description")
    return f"{received.words}\n\n[{_('with a picture')}: {described}]"
