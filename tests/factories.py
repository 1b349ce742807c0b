"""Making people for tests, the way the product would."""

from itertools import count

from allauth.account.models import EmailAddress
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.test import Client

from walkalong.people import documents, queries, second_factor
from walkalong.people.models import Agreement, Person, Programme, Role, RoleGrant

_numbers = count(1)


def make_programme(name: str = "Lantern Road", country: str = "IE") -> Programme:
    return Programme.objects.get_or_create(
        id=1, defaults={"name": name, "country": country, "contact": "hello@lantern.example"}
    )[0]


def make_person(
    name: str = "Maya",
    roles: tuple[Role, ...] = (Role.MENTEE,),
    agreed: bool = True,
    country: str = "IE",
    time_zone: str = "Europe/Dublin",
    email: str | None = None,
) -> Person:
    address = email or f"{''.join(name.lower().split())}{next(_numbers)}@example.org"
    person = Person(email=address, display_name=name, country=country, time_zone=time_zone)
    person.set_unusable_password()
    person.save()
    EmailAddress.objects.create(user=person, email=address, verified=True, primary=True)
    for role in roles:
        RoleGrant.objects.create(person=person, role=role)
    if agreed:
        for document in documents.required():
            Agreement.objects.create(person=person, document=document.name, version=document.version)
    return person


def make_staff(name: str = "Ines") -> Person:
    """Staff whose pages open; `make_person` makes one who has yet to set up a second factor."""
    person = make_person(name, (Role.STAFF,))
    give_second_factor(person)
    return person


def give_second_factor(person: Person) -> str:
    """A real authenticator, as if they had set it up; answers its secret."""
    secret = generate_totp_secret()
    TOTP.activate(person, secret)
    return secret


def sign_in(client: Client, person: Person) -> Client:
    """Sign in; staff get a second factor first, so that no rule is bent for a test."""
    if queries.has_role(person, Role.STAFF) and not second_factor.is_set_up(person):
        give_second_factor(person)
    client.force_login(person, backend="walkalong.people.backend.PersonBackend")
    return client
