"""What runs by itself: only the end of records whose time is over. No machine acknowledges a request."""

from datetime import timedelta

from walkalong.foundation.jobs import periodic
from walkalong.safety import services


@periodic(every=timedelta(hours=12))
def erase_expired_requests() -> None:
    services.erase_expired_requests()
