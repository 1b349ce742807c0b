"""What a notice about a journey says: neither whose, nor what, nor of which kind."""

from django.utils.translation import gettext_lazy as _

from walkalong.matching.models import Match
from walkalong.notices import kinds
from walkalong.notices.kinds import Kind

SHARED = Kind(
    name="journey.shared",
    title=_("Somebody shared a piece of their way with you"),
    body=_("Look whenever you like. It will wait."),
    email=True,
    email_subject=_("There is news for you"),
    email_body=_("Something new is waiting for you. Sign in to see it, whenever you like."),
)
CELEBRATED = Kind(
    name="journey.celebrated",
    title=_("Somebody answered a piece of your way"),
    body=_("It is there for you to keep."),
    email=True,
    email_subject=_("There is news for you"),
    email_body=_("Something new is waiting for you. Sign in to see it, whenever you like."),
)
LAMP = Kind(
    name="journey.lamp",
    title=_("A lamp was lit"),
    body=_("It burns on your way."),
)
NOTICED = Kind(
    name="journey.noticed",
    title=_("Somebody noticed something about you"),
    body=_("Whether it was a step is for you to say, or to leave."),
    email=True,
    email_subject=_("There is news for you"),
    email_body=_("Something new is waiting for you. Sign in to see it, whenever you like."),
)
ALL = (SHARED, CELEBRATED, LAMP, NOTICED)


def key_of(match: Match) -> str:
    """One unseen notice of a kind for each walk: ten steps in an evening are one."""
    return f"journey:{match.pk}"


def register() -> None:
    for kind in ALL:
        kinds.register(kind)
