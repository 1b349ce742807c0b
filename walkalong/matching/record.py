"""What this room's entries mean to the person they are about."""

from django.utils.translation import gettext_lazy as _

from walkalong.people import record


def register() -> None:
    record.register(
        {
            "matching.joined": _("You were joined with somebody to walk with."),
            "matching.ambassador_changed": _("Who looks after the two of you changed."),
            "matching.ambassador_released": _("Your match ambassador no longer looks after the two of you."),
        }
    )
    record.register(
        {
            "matching.paused": _("A pause began."),
            "matching.pause_lifted": _("A pause was over."),
            "matching.ended": _("A walk of yours ended."),
        },
        by_either=True,
    )
