"""What comes round by itself. Each may run twice without harm."""

from datetime import timedelta

from walkalong.conversation import services
from walkalong.foundation.crypto.services import truncate_wal
from walkalong.foundation.jobs import periodic


@periodic(every=timedelta(minutes=1))
def tell_of_waiting_messages() -> None:
    services.tell_of_waiting_messages()


@periodic(every=timedelta(hours=1))
def forget_taken_back() -> None:
    if services.forget_taken_back():
        truncate_wal()  # the author's key lives on with their other words, so the sealed text itself must go


@periodic(every=timedelta(days=1))
def forget_ended_conversations() -> None:
    services.forget_ended_conversations()
