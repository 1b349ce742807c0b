"""What comes round by itself. It may run twice without harm."""

from datetime import timedelta

from walkalong.foundation.jobs import periodic
from walkalong.journey.heavy import services


@periodic(every=timedelta(days=1))
def forget_who_was_told() -> None:
    services.forget_who_was_told()
