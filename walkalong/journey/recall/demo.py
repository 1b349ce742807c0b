"""The demo's first mentee said yes to both, so that the pages show what it is like."""

from collections.abc import Mapping

from walkalong.journey.recall.models import RecallChoice
from walkalong.journey.recall.services import choose_recall
from walkalong.people.models import Person


def load(people: Mapping[str, Person]) -> None:
    """`people` is what people.demo.load() answers."""
    if not RecallChoice.objects.filter(person=people["mentee"]).exists():
        choose_recall(by=people["mentee"], for_me=True, for_other=True)
