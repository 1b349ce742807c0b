"""What runs by itself."""

from datetime import timedelta

from walkalong.foundation.jobs import periodic
from walkalong.notices import mailing, services


@periodic(every=timedelta(seconds=20))
def mail_notices() -> None:
    mailing.send_what_is_due()


@periodic(every=timedelta(hours=6))
def drop_old_notices() -> None:
    services.drop_old_notices()
