import logging
from datetime import timedelta

from walkalong.foundation.audit import queries, services
from walkalong.foundation.jobs import periodic

logger = logging.getLogger(__name__)


@periodic(every=timedelta(hours=1))
def forget_origins() -> None:
    """Network addresses are kept for a stated time only."""
    services.forget_origins()


@periodic(every=timedelta(days=1))
def log_head() -> None:
    """A witness outside the database: whoever rewrites the whole chain cannot rewrite yesterday's log."""
    seq, digest = queries.head()
    logger.info("The audit stands at event %d with hash %s.", seq, digest)
