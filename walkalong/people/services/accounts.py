"""Closing and opening accounts, changing the address, a lost second factor, ending sessions."""

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from walkalong.foundation import realtime
from walkalong.foundation.audit.services import record
from walkalong.people import access, letters, queries, rules, sessions, signals
from walkalong.people.errors import Refused
from walkalong.people.models import MadeSure, Person
from walkalong.people.services.roles import keep_somebody_on_staff


@transaction.atomic
def deactivate_person(*, by: Person, person: Person) -> None:
    """Close an account, at once: signed out everywhere. Everything of theirs stays until it is erased."""
    access.require(rules.is_staff, by)
    keep_somebody_on_staff(without=person)
    now = timezone.now()
    if not Person.objects.filter(pk=person.pk, is_active=True).update(is_active=False, deactivated_at=now):
        return
    person.is_active, person.deactivated_at = False, now
    record(verb="people.deactivated", actor=str(by.pseudonym), about=str(person.pseudonym))
    _sign_out_everywhere(person)
    signals.person_deactivated.send(Person, person=person)


@transaction.atomic
def reactivate_person(*, by: Person, person: Person) -> None:
    access.require(rules.is_staff, by)
    if not Person.objects.filter(pk=person.pk, is_active=False).update(is_active=True, deactivated_at=None):
        return
    person.is_active, person.deactivated_at = True, None
    record(verb="people.reactivated", actor=str(by.pseudonym), about=str(person.pseudonym))


@transaction.atomic
def change_email(*, by: Person, person: Person, email: str) -> None:
    """Staff give a person another address; the old one hears of it. Refused if somebody has it already."""
    access.require(rules.is_staff, by)
    new, old = email.lower(), person.email
    if new == old.lower():
        return
    try:
        with transaction.atomic():
            EmailAddress.objects.filter(user=person).delete()
            EmailAddress.objects.create(user=person, email=new, verified=True, primary=True)
            person.email = new
            person.save(update_fields=["email"])
    except IntegrityError:
        person.email = old
        raise Refused(_("Somebody else here already uses this address.")) from None
    record(verb="people.email_changed", actor=str(by.pseudonym), about=str(person.pseudonym))
    letters.address_changed(to=old)
    signals.way_in_changed.send(Person, person=person, by=by)


@transaction.atomic
def remove_second_factor(*, by: Person, person: Person, made_sure: MadeSure) -> None:
    """After staff made sure who is asking: the lost passkeys and codes go, and every session with them."""
    access.require(rules.is_staff, by)
    if by.pk == person.pk:
        raise Refused(_("For your own account, use your own sign-in page, or ask somebody else on staff."))
    Authenticator.objects.filter(user=person).delete()
    record(
        verb="people.second_factor_removed",
        actor=str(by.pseudonym),
        about=str(person.pseudonym),
        detail={"made_sure": MadeSure(made_sure).value},
    )
    _sign_out_everywhere(person)
    letters.second_factor_removed(to=person.email)
    signals.way_in_changed.send(Person, person=person, by=by)


@transaction.atomic
def end_session(*, by: Person, session_id: int) -> None:
    """End one of one's own sessions; somebody else's does not exist."""
    session = UserSession.objects.filter(pk=session_id, user_id=by.pk).first()
    access.require(lambda _person: session is not None, by, else_404=True)
    assert session is not None
    sessions.end(session)


@transaction.atomic
def end_other_sessions(*, by: Person, keep: str | None) -> int:
    """End one's own sessions but the one with the key `keep`; says how many ended."""
    return sessions.end_all(session for session in sessions.of(by) if session.session_key != keep)


@transaction.atomic
def end_all_sessions(*, by: Person, person: Person) -> None:
    """Sign a person out everywhere: oneself, or anybody if one is staff."""
    if not rules.person_is_self(by, person):
        access.require(rules.is_staff, by)
    record(verb="people.signed_out_everywhere", actor=str(by.pseudonym), about=str(person.pseudonym))
    _sign_out_everywhere(person)


def _sign_out_everywhere(person: Person) -> None:
    sessions.end_all(sessions.of(person))
    # A fresh unusable password changes the hash every session is checked against: also those not on the list.
    person.set_unusable_password()
    person.save(update_fields=["password"])
    queries.forget_what_is_kept(person)
    realtime.drop(person_id=person.pk)
