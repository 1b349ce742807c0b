"""What this room's entries mean to the person they are about."""

from django.utils.translation import gettext_lazy as _

from walkalong.people import record


def register() -> None:
    record.register(
        {
            "safety.request_made": _("You asked to talk to a person."),
            "safety.adult_told": _("People of the programme were told that you are not 18 or over."),
            "safety.request_read": _("What you wrote to the programme was read."),
            "safety.request_taken": _("Somebody took on what you asked for."),
            "safety.request_closed": _("What you asked for was closed."),
            "safety.request_erased": _("What you wrote to the programme was erased."),
        }
    )
