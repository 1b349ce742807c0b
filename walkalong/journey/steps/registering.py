"""What the steps bring to the rooms below."""

from walkalong.foundation import realtime
from walkalong.journey.steps import notice_kinds
from walkalong.journey.steps.live import JourneyStream
from walkalong.journey.steps.nav import journey_link
from walkalong.journey.steps.pair_card import journey_card
from walkalong.matching import pair_page
from walkalong.web import navigation


def register() -> None:
    notice_kinds.register()
    realtime.register(JourneyStream())
    pair_page.register(journey_card, order=20)
    navigation.register(journey_link)
