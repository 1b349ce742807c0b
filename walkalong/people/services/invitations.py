"""Inviting somebody, and coming in."""

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from django.conf import settings
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from walkalong.foundation.audit.services import record
from walkalong.people import access, letters, queries, rules, tokens
from walkalong.people.errors import InvitationClosed, Refused
from walkalong.people.models import Invitation, Person, Role, RoleGrant
from walkalong.people.services.joining import create_person


@dataclass(frozen=True)
class Issued:
    """An invitation with its link's secret, which is known only now."""

    invitation: Invitation
    token: str = field(repr=False)


@transaction.atomic
def invite_person(*, by: Person, email: str, display_name: str, roles: Collection[Role]) -> Issued:
    """Make a single-use link; where mail is set up it is sent as well."""
    _may_invite(by)
    email = email.lower()
    if not roles:
        raise Refused(_("Please choose what they will be here."))
    if Person.objects.filter(email__iexact=email).exists():
        raise Refused(_("Somebody here already has this address. You find them in the list of people."))
    if queries.open_invitations().filter(email=email).exists():
        raise Refused(_("This address has an open invitation. You can send that one again."))
    token, token_hash = tokens.new()
    invitation = Invitation.objects.create(
        email=email,
        display_name=display_name,
        roles=sorted(str(role) for role in roles),
        token_hash=token_hash,
        invited_by=by,
        expires_at=_expiry(),
    )
    record(verb="people.invited", actor=str(by.pseudonym), subject=str(invitation.id))
    letters.invitation(invitation=invitation, token=token)
    return Issued(invitation, token)


@transaction.atomic
def resend_invitation(*, by: Person, invitation: Invitation) -> Issued:
    """A new link with a new time; the old link is dead."""
    _may_invite(by)
    fresh = Invitation.objects.select_for_update().get(pk=invitation.pk)
    if fresh.accepted_at or fresh.revoked_at:
        raise Refused(_("This invitation is closed. You can make a new one."))
    token, fresh.token_hash = tokens.new()
    fresh.expires_at = _expiry()
    fresh.save(update_fields=["token_hash", "expires_at"])
    record(verb="people.invitation_resent", actor=str(by.pseudonym), subject=str(fresh.id))
    letters.invitation(invitation=fresh, token=token)
    return Issued(fresh, token)


@transaction.atomic
def revoke_invitation(*, by: Person, invitation: Invitation) -> None:
    access.require(rules.is_staff, by)
    open_still = Invitation.objects.filter(pk=invitation.pk, accepted_at=None, revoked_at=None)
    if open_still.update(revoked_at=timezone.now()):
        record(verb="people.invitation_revoked", actor=str(by.pseudonym), subject=str(invitation.pk))


@transaction.atomic
def accept_invitation(*, token: str, display_name: str, country: str, time_zone: str) -> Person:
    """Become a person here. Raises InvitationClosed if the link is not, or no longer, open."""
    held = queries.open_invitations().select_for_update().filter(token_hash=tokens.hash_of(token)).first()
    if held is None:
        raise InvitationClosed
    try:
        with transaction.atomic():
            person = create_person(
                email=held.email, display_name=display_name, country=country, time_zone=time_zone
            )
    except IntegrityError:
        raise InvitationClosed from None
    RoleGrant.objects.bulk_create(
        RoleGrant(person=person, role=role, granted_by_id=held.invited_by_id) for role in held.roles
    )
    held.accepted_at, held.accepted_by = timezone.now(), person
    held.save(update_fields=["accepted_at", "accepted_by"])
    record(
        verb="people.joined",
        actor=str(person.pseudonym),
        subject=str(held.id),
        about=str(person.pseudonym),
        detail={"roles": ",".join(held.roles)},
    )
    return person


def _may_invite(by: Person) -> None:
    access.require(rules.is_staff, by)
    if settings.DEMO:
        raise Refused(_("The demo invites nobody: everybody in it is made up."))


def _expiry() -> datetime:
    return timezone.now() + timedelta(days=settings.INVITATION_DAYS)
