"""Everything that changes a match. Nothing else writes to one."""

from walkalong.matching.services.ending import close_match, leave_match, stop_contact
from walkalong.matching.services.joining import change_ambassador, join_by_hand, release_ambassador
from walkalong.matching.services.pausing import open_pause, pause_match, resume_match

__all__ = [
    "change_ambassador",
    "close_match",
    "join_by_hand",
    "leave_match",
    "open_pause",
    "pause_match",
    "release_ambassador",
    "resume_match",
    "stop_contact",
]
