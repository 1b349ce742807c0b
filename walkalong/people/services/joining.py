"""What every way of becoming a person here has in common."""

from allauth.account.models import EmailAddress

from walkalong.people.models import Person


def create_person(*, email: str, display_name: str, country: str, time_zone: str) -> Person:
    """A person without a password, whose address counts as theirs: the link came to it, or staff vouch.

    Raises IntegrityError if the address is taken; call it inside a transaction.
    """
    person = Person(email=email.lower(), display_name=display_name, country=country, time_zone=time_zone)
    person.set_unusable_password()
    person.save(force_insert=True)
    EmailAddress.objects.create(user=person, email=person.email, verified=True, primary=True)
    return person
