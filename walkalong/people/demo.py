"""The people of the demo programme: all made up, all adult. Loading twice changes nothing."""

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret

from walkalong.people import documents
from walkalong.people.models import Agreement, Person, Programme, Role, RoleGrant

PROGRAMME = {
    "name": "Lantern Road",
    "country": "IE",
    "time_zone": "Europe/Dublin",
    "contact": "hello@lantern-road.example",
    "opening_hours": "Monday to Friday, 9:00 to 17:00",
}

# key: name, country, time zone, roles
CAST: dict[str, tuple[str, str, str, tuple[Role, ...]]] = {
    "mentee": ("Maya", "US", "America/Chicago", (Role.MENTEE,)),
    "mentor": ("Jonas", "IE", "Europe/Dublin", (Role.MENTOR,)),
    "mentee2": ("Ravi", "GB", "Europe/London", (Role.MENTEE,)),
    "mentee3": ("Aoife", "IE", "Europe/Dublin", (Role.MENTEE,)),
    "mentor2": ("Claire", "FR", "Europe/Paris", (Role.MENTOR,)),
    "ambassador": ("Sam", "CA", "America/Toronto", (Role.AMBASSADOR,)),
    "staff": ("Ines", "FR", "Europe/Paris", (Role.STAFF,)),
    "staff2": ("Ben", "GB", "Europe/London", (Role.STAFF,)),
    "waiting_mentee": ("Noor", "CA", "America/Vancouver", (Role.MENTEE,)),
    "waiting_mentor": ("Theo", "US", "America/New_York", (Role.MENTOR,)),
}


def load() -> dict[str, Person]:
    """Make the programme and its people, and answer them by key."""
    Programme.objects.get_or_create(id=1, defaults=PROGRAMME)
    return {key: _person(*facts) for key, facts in CAST.items()}


def _person(name: str, country: str, time_zone: str, roles: tuple[Role, ...]) -> Person:
    email = f"{name.lower()}@lantern-road.example"
    person = Person.objects.filter(email=email).first()
    if person is None:
        person = Person(email=email, display_name=name, country=country, time_zone=time_zone)
        person.set_unusable_password()
        person.save()
    EmailAddress.objects.get_or_create(user=person, email=email, defaults={"verified": True, "primary": True})
    for role in roles:
        RoleGrant.objects.get_or_create(person=person, role=role, ended_at=None)
    for document in documents.required():
        Agreement.objects.get_or_create(
            person=person, document=document.name, version=document.version, withdrawn_at=None
        )
    if Role.STAFF in roles and not Authenticator.objects.filter(user=person).exists():
        TOTP.activate(person, generate_totp_secret())  # the rule for staff holds in the demo too
    return person
