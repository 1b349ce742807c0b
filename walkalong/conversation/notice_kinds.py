"""What a notice about waiting words says: neither whose nor which."""

from django.utils.translation import gettext_lazy as _

from walkalong.notices import kinds
from walkalong.notices.kinds import Kind

WAITING = "conversation_waiting"


def register() -> None:
    kinds.register(
        Kind(
            name=WAITING,
            title=_("Somebody wrote to you"),
            body=_("Read it whenever you like. It will wait."),
            email=True,
            email_subject=_("There is news for you"),
            email_body=_("Something new is waiting for you. Sign in to see it, whenever you like."),
        )
    )
