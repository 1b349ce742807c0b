"""The journey on the page of the two."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from walkalong.journey.steps.notice_kinds import ALL
from walkalong.matching.models import Match
from walkalong.matching.pair_page import Card
from walkalong.matching.queries import other_member
from walkalong.matching.states import MatchState
from walkalong.notices.queries import unseen_of
from walkalong.people.models import Person


def journey_card(match: Match, person: Person) -> Card:
    """The way of the two; after the end, one's own, which stays."""
    if match.state == MatchState.ENDED:
        return Card(
            title=_("Your way stays yours"),
            text=_("Everything you named, and what was given to it. Nobody of this walk sees it any more."),
            url=reverse("journey:way"),
            action=_("Look at your way"),
            icon="way",
        )
    url = reverse("journey:both", args=[match.pk])
    new = unseen_of(person).filter(kind__in=[kind.name for kind in ALL], url__startswith=url).exists()
    name = other_member(match, person).display_name
    return Card(
        title=_("Something new on your way") if new else _("The way of the two of you"),
        text=_("Steps, hard stretches, days to remember: what you and %(name)s show each other.")
        % {"name": name},
        url=url,
        action=_("Look at the way"),
        icon="way",
        lit=new,
    )
