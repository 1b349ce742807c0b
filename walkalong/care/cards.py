"""The ambassador's open question, on the pair's page of the one it was put to."""

from django.urls import reverse
from django.utils.translation import gettext as _

from walkalong.care.queries import open_question
from walkalong.matching.models import Match
from walkalong.matching.pair_page import Card
from walkalong.people.models import Person


def question_card(match: Match, person: Person) -> Card | None:
    if match.ambassador is None:
        return None
    contact = open_question(match, person)
    if contact is None:
        return None
    return Card(
        title=_("%(name)s would like to hear how you are") % {"name": match.ambassador.display_name},
        text=_("Only %(name)s sees your answer.") % {"name": match.ambassador.display_name},
        url=reverse("care:answer", args=[contact.id]),
        action=_("Answer"),
        icon="heart",
        lit=True,  # somebody waits for the answer
    )
