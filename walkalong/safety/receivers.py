"""What taking back "I am 18 or over" means: people of the programme hear of it at once (S15)."""

from typing import Any

from django.dispatch import receiver

from walkalong.people.models import Person
from walkalong.people.signals import agreement_withdrawn
from walkalong.safety.models import Topic
from walkalong.safety.queries import open_requests_of
from walkalong.safety.services import adulthood_taken_back

ADULT = "adult"


def waits_for_staff(person: Person) -> bool:
    """Whoever took it back agrees again in a moment; only people can tell what was meant (S15)."""
    return open_requests_of(person, topic=Topic.ADULT).exists()


@receiver(agreement_withdrawn)
def bring_it_to_staff(sender: object, person: Person, document: str, **kwargs: Any) -> None:
    if document == ADULT:
        adulthood_taken_back(by=person)
