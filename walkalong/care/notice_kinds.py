"""What a notice between an ambassador and one side says: never a name, never a word of theirs."""

from django.utils.translation import gettext_lazy as _

from walkalong.notices import kinds
from walkalong.notices.kinds import Kind

KINDS = (
    Kind(
        name="care.asked",
        title=_("Your ambassador would like to hear how you are"),
        body=_("Two buttons, and words only if you like."),
        email=True,
        email_subject=_("Somebody asks how you are"),
        email_body=_("Somebody would like to hear how you are. Sign in to answer, whenever it suits you."),
    ),
    Kind(
        name="care.answered",
        title=_("Somebody you look after has answered you"),
        email=True,
        email_subject=_("There is an answer for you"),
        email_body=_("An answer is waiting at your desk. Sign in to read it."),
    ),
)


def register() -> None:
    for kind in KINDS:
        kinds.register(kind)
