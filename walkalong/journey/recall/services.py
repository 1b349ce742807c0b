"""Saying yes or no to being reminded. A no holds at once."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from walkalong.foundation.audit.services import record
from walkalong.journey.recall.memory import memory
from walkalong.journey.recall.models import RecallChoice
from walkalong.journey.recall.rules import may_agree_to_recall, may_be_reminded
from walkalong.people.access import require
from walkalong.people.errors import Refused
from walkalong.people.models import Person


@transaction.atomic
def choose_recall(*, by: Person, for_me: bool, for_other: bool) -> RecallChoice:
    """Whether one's past steps come back to oneself, and to whom one walks with. Raises Refused.

    The second yes stands on the first: taking the first back takes back both.
    """
    require(may_be_reminded, by)
    for_other = for_me and for_other
    before = RecallChoice.objects.select_for_update().filter(person=by).first() or RecallChoice(person=by)
    wider = (for_me and not before.for_me) or (for_other and not before.for_other)
    if wider and not may_agree_to_recall(by):
        raise Refused(_("Before you say yes to this, please read and agree to how we keep this private."))
    choice, _made = RecallChoice.objects.update_or_create(
        person=by, defaults={"for_me": for_me, "for_other": for_other, "changed_at": timezone.now()}
    )
    if not for_me:
        transaction.on_commit(lambda: memory.forget(by.pk))
    if (for_me, for_other) != (before.for_me, before.for_other):
        record(
            verb="journey.recall_chosen",
            actor=str(by.pseudonym),
            about=str(by.pseudonym),
            detail={"for_me": int(for_me), "for_other": int(for_other)},
        )
    return choice
