"""Why something about a step was not done, in words that may be shown. None of them quotes anybody."""

from django.utils.translation import gettext_lazy as _

from walkalong.people.errors import Refused


class NotNow(Refused):
    """The two cannot give each other anything just now: a pause, an end, an agreement taken back."""


class TakenBack(Refused):
    """What this was about is not there any more. Also for what never was: nobody can tell the two apart."""

    def __init__(self) -> None:
        super().__init__(_("This is not here any more. It may have been taken back."))
