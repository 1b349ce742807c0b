"""Everything that changes a conversation. Nothing else writes to one."""

from walkalong.conversation.services.choosing import choose_companion, choose_live
from walkalong.conversation.services.forgetting import forget_ended_conversations, forget_taken_back
from walkalong.conversation.services.reading import mark_read
from walkalong.conversation.services.reporting import report_message
from walkalong.conversation.services.sending import send_message
from walkalong.conversation.services.taking_back import take_back
from walkalong.conversation.services.telling import tell_of_waiting_messages

__all__ = [
    "choose_companion",
    "choose_live",
    "forget_ended_conversations",
    "forget_taken_back",
    "mark_read",
    "report_message",
    "send_message",
    "take_back",
    "tell_of_waiting_messages",
]
