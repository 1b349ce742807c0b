"""What comes round by itself. It may run twice without harm."""

from datetime import timedelta

from walkalong.foundation.crypto.services import truncate_wal
from walkalong.foundation.jobs import periodic
from walkalong.journey.steps import services


@periodic(every=timedelta(days=1))
def forget_what_was_noticed() -> None:
    if services.forget_what_was_noticed():
        truncate_wal()  # the noticer's key lives on with their other words, so the sealed text itself must go
