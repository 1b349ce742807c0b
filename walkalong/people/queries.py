"""Reading about people, for more than one caller."""

import time
from collections.abc import Iterable
from uuid import UUID

from django.db.models import Exists, F, FilteredRelation, OuterRef, Prefetch, Q, QuerySet
from django.utils import timezone

from walkalong.foundation.prepared import Prepared
from walkalong.people import documents, tokens
from walkalong.people.models import (
    Agreement,
    Invitation,
    Person,
    Programme,
    Role,
    RoleGrant,
    SealedFacts,
    SetupLink,
)

_grants_held = Prepared(lambda person: RoleGrant.objects.filter(person_id=person, ended_at=None), person=UUID)
_agreements_in_force = Prepared(
    lambda person: Agreement.objects.filter(person_id=person, withdrawn_at=None), person=UUID
)
_agreed_versions = Prepared(
    lambda person: Agreement.objects.filter(person_id=person, withdrawn_at=None).values_list(
        "document", "version"
    ),
    person=UUID,
)
_person_and_roles = Prepared(
    lambda person: Person.objects.filter(pk=person).annotate(
        held=FilteredRelation("role_grants", condition=Q(role_grants__ended_at=None)),
        role=F("held__role"),
    ),
    person=UUID,
)


def person_with_id(person_id: UUID) -> Person | None:
    """With the roles held now, in the one query every request begins with."""
    rows = _person_and_roles(person=person_id)
    if not rows:
        return None
    _keep(rows[0], _roles=frozenset(Role(row.role) for row in rows if row.role))
    return rows[0]


def roles_of(person: Person) -> frozenset[Role]:
    """The roles held now. Kept on the instance: one query for each request."""
    kept: frozenset[Role] | None = getattr(person, "_roles", None)
    if kept is None:
        kept = frozenset(Role(grant.role) for grant in _grants_held(person=person.pk))
        _keep(person, _roles=kept)
    return kept


def _keep(person: Person, **known: object) -> None:
    """On the instance itself, also when a request holds it lazily."""
    for name, value in known.items():
        setattr(person, name, value)


def has_role(person: Person, role: Role) -> bool:
    return role in roles_of(person)


def holders_of(*roles: Role) -> QuerySet[Person]:
    """Active people who hold any of these roles now."""
    held = RoleGrant.objects.filter(person=OuterRef("pk"), role__in=roles, ended_at=None)
    return Person.objects.filter(Exists(held), is_active=True).order_by("display_name", "id")


def active_staff() -> QuerySet[Person]:
    return holders_of(Role.STAFF)


def names_in_the_programme(pseudonyms: Iterable[str]) -> dict[str, str]:
    """Names by pseudonym of those among these who are, or once were, staff or ambassador; of nobody else."""
    grants = RoleGrant.objects.filter(
        role__in=(Role.STAFF, Role.AMBASSADOR), person__pseudonym__in=set(pseudonyms)
    )
    return {
        str(pseudonym): name
        for pseudonym, name in grants.values_list("person__pseudonym", "person__display_name")
    }


def people_with_roles(people: QuerySet[Person] | None = None) -> QuerySet[Person]:
    """People with their present grants fetched along: `with_roles()` then asks nothing more."""
    people = Person.objects.all() if people is None else people
    return people.prefetch_related(
        Prefetch("role_grants", RoleGrant.objects.filter(ended_at=None), to_attr="current_roles")
    ).order_by("display_name", "id")


def with_roles(people: Iterable[Person]) -> list[Person]:
    """Evaluate `people_with_roles()`, so that `roles_of` costs no query for any of them."""
    listed = list(people)
    for person in listed:
        _keep(person, _roles=frozenset(Role(grant.role) for grant in person.current_roles))  # type: ignore[attr-defined]
    return listed


def agreements_of(person: Person) -> dict[str, Agreement]:
    """The agreements in force to current versions, by document. Kept on the instance."""
    kept: dict[str, Agreement] | None = getattr(person, "_agreements", None)
    if kept is None:
        current = {(document.name, document.version) for document in documents.required()}
        kept = {
            agreement.document: agreement
            for agreement in _agreements_in_force(person=person.pk)
            if (agreement.document, agreement.version) in current
        }
        _keep(person, _agreements=kept)
    return kept


def has_agreed_to_all(person: Person) -> bool:
    """To the current version of every document. Kept on the instance."""
    kept: bool | None = getattr(person, "_agreed", None)
    if kept is None:
        agreed = set(_agreed_versions(person=person.pk))
        kept = all((document.name, document.version) in agreed for document in documents.required())
        _keep(person, _agreed=kept)
    return kept


def forget_what_is_kept(person: Person) -> None:
    """After a change, the next question asks the database again."""
    for kept in ("_roles", "_agreements", "_agreed"):
        if hasattr(person, kept):
            delattr(person, kept)


PROGRAMME_KEPT_SECONDS = 30.0
_programme_kept: tuple[float, Programme] | None = None


def programme() -> Programme | None:
    """The one programme, for reading only; kept for half a minute, since every page shows its name."""
    global _programme_kept
    kept = _programme_kept
    if kept is not None and kept[0] > time.monotonic():
        return kept[1]
    found = Programme.objects.first()
    if found is not None:
        _programme_kept = (time.monotonic() + PROGRAMME_KEPT_SECONDS, found)
    return found


def forget_programme() -> None:
    global _programme_kept
    _programme_kept = None


def open_invitations() -> QuerySet[Invitation]:
    """Neither accepted nor revoked nor too old."""
    return Invitation.objects.filter(accepted_at=None, revoked_at=None, expires_at__gt=timezone.now())


def invitation_for(token: str) -> Invitation | None:
    """The invitation a link opens, if it still opens anything."""
    return open_invitations().filter(token_hash=tokens.hash_of(token)).select_related("invited_by").first()


def open_setup_link(token: str) -> SetupLink | None:
    if Programme.objects.exists():
        return None
    return SetupLink.objects.filter(
        token_hash=tokens.hash_of(token), used_at=None, expires_at__gt=timezone.now()
    ).first()


def sealed_facts_of(person: Person) -> SealedFacts | None:
    """For their owner alone."""
    return SealedFacts.objects.filter(person=person).first()


def find_people(*, q: str = "", role: str = "", state: str = "") -> QuerySet[Person]:
    """For staff: by part of the name, by a role held now, open accounts unless asked otherwise."""
    people = Person.objects.all()
    if state != "all":
        people = people.filter(is_active=state != "closed")
    if q:
        people = people.filter(display_name__icontains=q)
    if role:
        held = RoleGrant.objects.filter(person=OuterRef("pk"), role=role, ended_at=None)
        people = people.filter(Exists(held))
    return people_with_roles(people)


def waiting_invitations() -> list[Invitation]:
    """Not accepted and not taken back; too old ones are shown too, so that they can be sent again."""
    waiting = Invitation.objects.filter(accepted_at=None, revoked_at=None).order_by("-created_at")
    return list(waiting.select_related("invited_by")[:100])
