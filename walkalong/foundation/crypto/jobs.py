from datetime import timedelta
from time import time

from walkalong.foundation.crypto import media, rotation, scrubbing
from walkalong.foundation.jobs import periodic


@periodic(every=timedelta(minutes=10))
def finish_rotations() -> None:
    """Drop retired data keys once nothing needs them."""
    rotation.drop_retired_keys()


@periodic(every=timedelta(minutes=10))
def scrub_what_waited() -> None:
    """An erasure could not clear the files while somebody was reading: do it now."""
    scrubbing.scrub_what_waited()


@periodic(every=timedelta(days=1))
def remove_stray_media() -> None:
    """Files of a write that was rolled back or interrupted more than a day ago."""
    media.remove_strays(older_than=time() - timedelta(days=1).total_seconds())
