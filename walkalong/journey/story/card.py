"""The two stories on the page of the two."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from walkalong.journey.story.queries import CURRENT, shows_a_piece
from walkalong.matching.models import Match
from walkalong.matching.pair_page import Card
from walkalong.matching.queries import other_member
from walkalong.people.models import Person


def story_card(match: Match, person: Person) -> Card:
    """The two stories; after the end, one's own, which stays."""
    if match.state not in CURRENT:
        return Card(
            title=_("Your story stays yours"),
            text=_("Every piece is still there. Nobody of this walk sees it any more."),
            url=reverse("journey:story"),
            action=_("Look at your story"),
            icon="edit",
        )
    other = other_member(match, person)
    shows = shows_a_piece(match, other)
    return Card(
        title=_("What %(name)s tells") % {"name": other.display_name} if shows else _("Your stories"),
        text=_("Pieces of a story, in their own words.")
        if shows
        else _("Each of you tells as much as you like, piece by piece, and can take it back."),
        url=reverse("journey:pair_story", args=[match.pk]),
        action=_("Read") if shows else _("Have a look"),
        icon="edit",
    )
