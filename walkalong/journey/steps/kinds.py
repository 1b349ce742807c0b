"""What may stand on the way."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Kind(models.TextChoices):
    STEP = "step", _("A step")
    HARD = "hard", _("A hard stretch")
    MILESTONE = "milestone", _("A milestone")
    FROM_HERE = "from_here", _("I've got it from here")


class Mark(models.TextChoices):
    """Milestones that everybody knows. Any other is named in one's own words."""

    FIRST_MEETING = "first_meeting", _("Our first meeting")
