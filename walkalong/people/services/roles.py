"""Giving and ending roles."""

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from walkalong.foundation import realtime
from walkalong.foundation.audit.services import record
from walkalong.people import access, queries, rules, signals
from walkalong.people.errors import Refused
from walkalong.people.models import Person, Role, RoleGrant


@transaction.atomic
def grant_role(*, by: Person, person: Person, role: Role) -> None:
    """Give a role. Giving one that is held already changes nothing."""
    access.require(rules.is_staff, by)
    if not person.is_active:
        raise Refused(_("This account is closed. Open it again first."))
    try:
        with transaction.atomic():
            grant = RoleGrant.objects.create(person=person, role=role, granted_by=by)
    except IntegrityError:
        return
    queries.forget_what_is_kept(person)
    record(
        verb="people.role_granted",
        actor=str(by.pseudonym),
        subject=str(grant.id),
        about=str(person.pseudonym),
        detail={"role": str(role)},
    )
    realtime.drop(person_id=person.pk)
    signals.role_changed.send(Person, person=person, role=role, held=True)


@transaction.atomic
def end_role(*, by: Person, person: Person, role: Role) -> None:
    """Take a role away. Ending one that is not held changes nothing. The last member of staff stays."""
    access.require(rules.is_staff, by)
    if role == Role.STAFF:
        keep_somebody_on_staff(without=person)
    ended = RoleGrant.objects.filter(person=person, role=role, ended_at=None).update(ended_at=timezone.now())
    if not ended:
        return
    queries.forget_what_is_kept(person)
    record(
        verb="people.role_ended",
        actor=str(by.pseudonym),
        about=str(person.pseudonym),
        detail={"role": str(role)},
    )
    realtime.drop(person_id=person.pk)
    signals.role_changed.send(Person, person=person, role=role, held=False)


def keep_somebody_on_staff(*, without: Person) -> None:
    """Refuse what would leave nobody to run the programme.

    Locks, so that two cannot remove each other at the same moment.
    """
    grants = RoleGrant.objects.select_for_update().filter(role=Role.STAFF, ended_at=None).order_by("id")
    holders = {grant.person_id for grant in grants}
    others = Person.objects.filter(pk__in=holders - {without.pk}, is_active=True).exists()
    if without.pk in holders and not others:
        raise Refused(
            _("Somebody has to look after the programme: give another person the staff role first.")
        )
