"""Everything that changes a journey. Nothing else writes to one."""

from walkalong.journey.steps.services.celebrating import celebrate, take_back_celebration
from walkalong.journey.steps.services.forgetting import forget_what_was_noticed
from walkalong.journey.steps.services.keeping import change_step, name_step, say_from_here, take_back_step
from walkalong.journey.steps.services.lamps import light_lamp, put_out_lamp
from walkalong.journey.steps.services.noticing import (
    accept_noticing,
    let_noticing_be,
    notice_step,
    take_back_noticing,
)
from walkalong.journey.steps.services.sharing import share_step, stop_sharing_step
from walkalong.journey.steps.services.showing import show_to_a_human

__all__ = [
    "accept_noticing",
    "celebrate",
    "change_step",
    "forget_what_was_noticed",
    "let_noticing_be",
    "light_lamp",
    "name_step",
    "notice_step",
    "put_out_lamp",
    "say_from_here",
    "share_step",
    "show_to_a_human",
    "stop_sharing_step",
    "take_back_celebration",
    "take_back_noticing",
    "take_back_step",
]
