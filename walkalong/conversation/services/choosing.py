"""A person's own switches: being seen while typing or here, and the companion beside their drafts."""

from django.db import transaction

from walkalong.conversation.models import CompanionChoice, LiveChoice
from walkalong.conversation.topics import topic_of
from walkalong.foundation.realtime import publish
from walkalong.matching.queries import matches_of
from walkalong.people.access import require
from walkalong.people.models import Person
from walkalong.people.rules import is_mentor, person_is_self


@transaction.atomic
def choose_live(*, by: Person, typing: bool, here_now: bool) -> LiveChoice:
    """Show and see "typing" and "here now", or neither. It holds at once, in open pages too."""
    require(person_is_self, by, by)
    choice, _ = LiveChoice.objects.update_or_create(
        person=by, defaults={"typing": typing, "here_now": here_now}
    )
    for match in matches_of(by):
        publish(topic_of(match.pk), {"type": "choices"})
    return choice


@transaction.atomic
def choose_companion(*, by: Person, on: bool) -> CompanionChoice:
    """Turn the companion beside one's own drafts on or off. It stays off until its mentor turns it on."""
    require(is_mentor, by)
    choice, _ = CompanionChoice.objects.update_or_create(person=by, defaults={"on": on})
    return choice
