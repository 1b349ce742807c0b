"""The demo programme, put together from what each room brings."""

from django.db import transaction

from walkalong.care import demo as care
from walkalong.conversation import demo as conversation
from walkalong.joining import demo as joining
from walkalong.journey.heavy import demo as heavy
from walkalong.journey.recall import demo as recall
from walkalong.journey.steps import demo as steps
from walkalong.journey.story import demo as story
from walkalong.matching import demo as matching
from walkalong.people import demo as people
from walkalong.people.queries import programme


def load_demo_programme() -> bool:
    """Load it unless a programme is there already. True if it was loaded now."""
    if programme() is not None:
        return False
    with transaction.atomic():
        cast = people.load()
        joining.load(cast)
        matching.load(cast)
        conversation.load(cast)
        heavy.load(cast)
        story.load(cast)
        steps.load(cast)
        recall.load(cast)
        care.load(cast)
    return True
