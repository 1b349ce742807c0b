"""The pages of the way."""

from walkalong.journey.steps.views.celebrations import picture, take_back_celebration
from walkalong.journey.steps.views.keeping import add, change, from_here, own_step, share, take_back
from walkalong.journey.steps.views.noticing import let_be, notice, noticing, take_back_noticing
from walkalong.journey.steps.views.shared import celebrate, lamp, shared_step
from walkalong.journey.steps.views.showing import show_given, show_noticing, show_step
from walkalong.journey.steps.views.way import both, way

__all__ = [
    "add",
    "both",
    "celebrate",
    "change",
    "from_here",
    "lamp",
    "let_be",
    "notice",
    "noticing",
    "own_step",
    "picture",
    "share",
    "shared_step",
    "show_given",
    "show_noticing",
    "show_step",
    "take_back",
    "take_back_celebration",
    "take_back_noticing",
    "way",
]
