"""The conversation on the page of the two."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from walkalong.conversation.queries import something_new_for
from walkalong.matching.models import Match
from walkalong.matching.pair_page import Card
from walkalong.matching.queries import other_member
from walkalong.matching.rules import may_read_pair
from walkalong.matching.states import MatchState
from walkalong.people.models import Person


def conversation_card(match: Match, person: Person) -> Card | None:
    if not may_read_pair(person, match):
        return None
    new = something_new_for(person, match)
    name = other_member(match, person).display_name
    return Card(
        title=_("New words from %(name)s") % {"name": name} if new else _("Your conversation"),
        text="" if new else _("A few words, whenever you like."),
        url=reverse("conversation:room", args=[match.pk]),
        action=_("Read and write") if match.state == MatchState.ACTIVE else _("Read"),
        icon="chat",
        lit=new,
    )
