"""What a notice about an account says: never whose it is, and never an address."""

from django.utils.translation import gettext_lazy as _

from walkalong.notices.kinds import Kind, register

WAY_IN_CHANGED = Kind(
    name="notices.way_in_changed",
    title=_("The staff changed how you sign in"),
    body=_("Your address, or your second step. If you did not ask for it, please talk to a person."),
)
WAY_IN_CHANGED_BY_STAFF = Kind(
    name="notices.way_in_changed_by_staff",
    title=_("Somebody on staff changed how a person signs in"),
    body=_("Whoever does that could sign in as them. If you know of no reason, please ask for it."),
    email=True,
    email_subject=_("A person’s way of signing in was changed"),
    email_body=_("Somebody on staff changed how a person signs in. Sign in to see whose account it is."),
    at_once=True,
)


def register_all() -> None:
    for kind in (WAY_IN_CHANGED, WAY_IN_CHANGED_BY_STAFF):
        register(kind)
