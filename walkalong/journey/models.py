"""The tables of the journey; each is written down in the folder of its noun."""

from walkalong.journey.heavy import models as heavy  # noqa: F401
from walkalong.journey.recall import models as recall  # noqa: F401
from walkalong.journey.steps import models as steps  # noqa: F401
from walkalong.journey.story import models as story  # noqa: F401
