"""For somebody who lost mailbox and second factor alike: a link from whoever runs the machine.

It holds a sealed statement of how the account stands, so it dies with the next sign-in by any way, with a
changed address, and when everybody is signed out; nothing is kept for it.
"""

from datetime import timedelta

from django.conf import settings
from django.core import signing
from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext_lazy as _

from walkalong.foundation.audit.services import record
from walkalong.people.errors import Refused, SignInLinkClosed
from walkalong.people.models import Person

LASTS = timedelta(minutes=15)
_SALT = "walkalong.people.sign_in_link"


@transaction.atomic
def make_sign_in_link(*, email: str) -> str:
    """The address to open in a browser. Only for the operator's command line: it asks nobody's leave.

    Refused for an address nobody here has, and for a closed account.
    """
    person = Person.objects.filter(email__iexact=email.strip()).first()
    if person is None:
        raise Refused(_("Nobody here signs in with this address."))
    if not person.is_active:
        raise Refused(_("This account is closed. Somebody on staff can open it again."))
    token = signing.dumps([str(person.pk), _state(person)], salt=_SALT)
    record(verb="people.sign_in_link_made", actor=None, about=str(person.pseudonym))
    return settings.SITE_URL + reverse("people:sign_in_link", args=[token])


def person_of_link(token: str) -> Person | None:
    """Whose link it is, if it still opens anything."""
    try:
        person_id, state = signing.loads(token, salt=_SALT, max_age=LASTS)
    except signing.BadSignature:
        return None
    person = Person.objects.filter(pk=person_id, is_active=True).first()
    return person if person is not None and _state(person) == state else None


@transaction.atomic
def use_sign_in_link(*, token: str) -> Person:
    """Spend the link; the caller opens the session. Raises SignInLinkClosed. Pressed twice it opens once."""
    person = person_of_link(token)
    now = timezone.now()
    if person is None or not Person.objects.filter(pk=person.pk, last_login=person.last_login).update(
        last_login=now
    ):
        raise SignInLinkClosed
    person.last_login = now
    record(verb="people.sign_in_link_used", actor=str(person.pseudonym), about=str(person.pseudonym))
    return person


def _state(person: Person) -> str:
    last = person.last_login.isoformat() if person.last_login else ""
    return salted_hmac(_SALT, f"{person.password} {last} {person.email}", algorithm="sha256").hexdigest()
