"""What may lie in a hope box, and how long a heavy day is today."""

from datetime import timedelta

from django.db import models
from django.utils.translation import gettext_lazy as _

SAME_WHILE = timedelta(hours=1)  # said again within it, it is the same heavy day, and nobody is told twice
FADES_AFTER = timedelta(
    hours=16
)  # said in the evening it lasts over the night, said in the morning until then

TOLD_IS_FORGOTTEN_AFTER = timedelta(days=2)  # whom a day was told to is of no use once it has faded


class HopeKind(models.TextChoices):
    WORDS = "words", _("Words")
    SONG = "song", _("A song")
    PICTURE = "picture", _("A picture")
    LETTER = "letter", _("A letter")


# A letter is from somebody to themselves: nobody can put one into another's box.
GIVEN_KINDS = (HopeKind.WORDS, HopeKind.SONG, HopeKind.PICTURE)
