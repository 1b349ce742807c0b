from walkalong.conversation.views.acts import report, take_back
from walkalong.conversation.views.choices import (
    about_companion,
    choose_companion,
    companion_quality,
    live_choices,
)
from walkalong.conversation.views.companion import companion, mirror
from walkalong.conversation.views.pictures import picture
from walkalong.conversation.views.room import messages, room
from walkalong.conversation.views.sending import send
from walkalong.conversation.views.strengths import strengths

__all__ = [
    "about_companion",
    "choose_companion",
    "companion",
    "companion_quality",
    "live_choices",
    "messages",
    "mirror",
    "picture",
    "report",
    "room",
    "send",
    "strengths",
    "take_back",
]
