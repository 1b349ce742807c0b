"""What several acts on a conversation need."""

from uuid import UUID

from walkalong.conversation import queries
from walkalong.conversation.models import Conversation
from walkalong.foundation.prepared import Prepared, PreparedSet
from walkalong.matching.models import Match


def locked(match: Match) -> Conversation:
    """The conversation, with its match and people as they are now, until the end of the transaction.

    Whoever holds it is the only one who numbers a change, so numbers become visible in their order.
    """
    found = _locked.first(match=match.pk)
    if found is None:
        Conversation.objects.get_or_create(match=match)
        (found,) = _locked(match=match.pk)
    return found


_set_last_seq = PreparedSet(Conversation, "last_seq")
_locked = Prepared(
    lambda match: (
        Conversation.objects.select_for_update(of=("self",))
        .select_related("match__mentee", "match__mentor")
        .only("match", "last_seq", *(f"match__{name}" for name in queries.NEEDED))
        .filter(pk=match)
    ),
    match=UUID,
)


def next_number(conversation: Conversation) -> int:
    """The number of the next change. Call it with the conversation locked."""
    conversation.last_seq += 1
    _set_last_seq(conversation.pk, conversation.last_seq)
    return conversation.last_seq
