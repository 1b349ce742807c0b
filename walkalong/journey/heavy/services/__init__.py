"""Everything that changes heavy days and hope boxes. Nothing else writes to them."""

from walkalong.journey.heavy.services.forgetting import forget_who_was_told
from walkalong.journey.heavy.services.hope import put_into_hope_box, remove_from_hope_box
from walkalong.journey.heavy.services.saying import (
    forget_heavy_day,
    keep_words,
    say_today_is_heavy,
    take_back_heavy,
)
from walkalong.journey.heavy.services.standing_by import show_you_think_of_them

__all__ = [
    "forget_heavy_day",
    "forget_who_was_told",
    "keep_words",
    "put_into_hope_box",
    "remove_from_hope_box",
    "say_today_is_heavy",
    "show_you_think_of_them",
    "take_back_heavy",
]
