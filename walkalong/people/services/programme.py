"""The first start: one link, one programme, one member of staff."""

from datetime import timedelta

from django.conf import settings
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from walkalong.foundation.audit.services import record
from walkalong.people import access, queries, rules, tokens
from walkalong.people.errors import Refused, SetupClosed
from walkalong.people.models import Person, Programme, Role, RoleGrant, SetupLink
from walkalong.people.services.joining import create_person

LINK_LASTS = timedelta(hours=24)


@transaction.atomic
def make_setup_link() -> str:
    """The address to open in a browser; earlier links die. Refused once a programme exists."""
    if Programme.objects.exists():
        raise Refused(_("The programme is set up already."))
    SetupLink.objects.all().delete()
    token, token_hash = tokens.new()
    SetupLink.objects.create(token_hash=token_hash, expires_at=timezone.now() + LINK_LASTS)
    return settings.SITE_URL + reverse("people:setup", args=[token])


@transaction.atomic
def set_up_programme(
    *,
    token: str,
    name: str,
    country: str,
    time_zone: str,
    contact: str,
    opening_hours: str,
    staff_name: str,
    staff_email: str,
) -> Person:
    """Make the programme and its first member of staff. Raises SetupClosed if the link is not open."""
    link = queries.open_setup_link(token)
    if link is None:
        raise SetupClosed
    try:
        with transaction.atomic():
            Programme.objects.create(
                id=1,
                name=name,
                country=country,
                time_zone=time_zone,
                contact=contact,
                opening_hours=opening_hours,
            )
            person = create_person(
                email=staff_email, display_name=staff_name, country=country, time_zone=time_zone
            )
    except IntegrityError:
        raise SetupClosed from None
    RoleGrant.objects.create(person=person, role=Role.STAFF)
    SetupLink.objects.all().delete()
    record(
        verb="people.programme_set_up",
        actor=str(person.pseudonym),
        about=str(person.pseudonym),
        detail={"role": str(Role.STAFF)},
    )
    return person


@transaction.atomic
def change_programme(
    *,
    by: Person,
    name: str,
    country: str,
    time_zone: str,
    contact: str,
    opening_hours: str,
    exit_url: str,
) -> None:
    """Change what the programme says about itself. The record names which facts changed, not their words."""
    access.require(rules.is_staff, by)
    wanted = {
        "name": name,
        "country": country,
        "time_zone": time_zone,
        "contact": contact,
        "opening_hours": opening_hours,
        "exit_url": exit_url,
    }
    programme = Programme.objects.select_for_update().get()
    changed = [fact for fact, value in wanted.items() if getattr(programme, fact) != value]
    if not changed:
        return
    for fact in changed:
        setattr(programme, fact, wanted[fact])
    programme.save(update_fields=changed)
    record(verb="people.programme_changed", actor=str(by.pseudonym), detail={"facts": ", ".join(changed)})
