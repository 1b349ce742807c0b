"""A passkey or an authenticator app, as allauth keeps them."""

from allauth.mfa.models import Authenticator
from django.db.models import Exists, OuterRef, QuerySet

from walkalong.people import queries, rules
from walkalong.people.models import Person

# Recovery codes alone are a way back in, not a factor of their own.
COUNTED = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)


def is_set_up(person: Person) -> bool:
    return Authenticator.objects.filter(user_id=person.pk, type__in=COUNTED).exists()


def is_enough(person: Person) -> bool:
    """Whether pages and live sockets may open: staff have a second factor first, others are free."""
    return not rules.is_staff(person) or is_set_up(person)


def staff_let_in() -> QuerySet[Person]:
    """Active staff whose pages open: none who has yet to set up a second factor."""
    set_up = Authenticator.objects.filter(user=OuterRef("pk"), type__in=COUNTED)
    return queries.active_staff().filter(Exists(set_up))
