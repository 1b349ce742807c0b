"""What comes round by itself; each is written down in the folder of its noun."""

from walkalong.journey.heavy import jobs as heavy  # noqa: F401
from walkalong.journey.steps import jobs as steps  # noqa: F401
