"""How far somebody has read. Known to them alone: nobody is shown whether their words were read."""

from django.db import transaction
from django.utils import timezone

from walkalong.conversation.models import LastRead
from walkalong.conversation.notice_kinds import WAITING
from walkalong.matching.models import Match
from walkalong.matching.rules import may_read_pair
from walkalong.notices.services import mark_seen
from walkalong.people.access import require
from walkalong.people.models import Person


@transaction.atomic
def mark_read(*, by: Person, match: Match, seq: int) -> None:
    """Everything up to `seq` was shown to this member. It never goes backwards."""
    require(may_read_pair, by, match, else_404=True)
    advanced = LastRead.objects.filter(match=match, person=by, seq__lt=seq).update(seq=seq, at=timezone.now())
    if not advanced:
        _, advanced = LastRead.objects.get_or_create(match=match, person=by, defaults={"seq": seq})
    if advanced:
        mark_seen(person=by, kind=WAITING, key=f"{WAITING}:{match.pk}")
