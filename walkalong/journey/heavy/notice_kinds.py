"""What notices about heavy days say: never whose day, never a word of it."""

from django.utils.translation import gettext_lazy as _

from walkalong.notices import kinds
from walkalong.notices.kinds import Kind

HEAVY = "journey.heavy"
THOUGHT_OF = "journey.thought_of"
HOPE_GIVEN = "journey.hope_given"


def register() -> None:
    kinds.register(
        Kind(
            name=HEAVY,
            title=_("Today is heavy for somebody you walk with"),
            body=_("Nothing needs solving. It helps that you know."),
            email=True,
            email_subject=_("There is news for you"),
            email_body=_("Something is waiting for you. Sign in to see it, when you can."),
            at_once=True,
        )
    )
    kinds.register(
        Kind(
            name=THOUGHT_OF,
            title=_("Somebody is thinking of you"),
            body=_("They know that your day is heavy. Nothing is expected of you."),
        )
    )
    kinds.register(
        Kind(
            name=HOPE_GIVEN,
            title=_("Something was put into your hope box"),
            body=_("Look now, or keep it for a day when it does good."),
        )
    )
