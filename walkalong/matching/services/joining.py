"""Joining two people, and finding somebody to look after them."""

from datetime import date, timedelta

from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from walkalong.matching.errors import CannotJoin
from walkalong.matching.models import Match
from walkalong.matching.queries import MENTEES_AT_MOST, current_matches, matches_to_look_after
from walkalong.matching.rules import may_find_somebody
from walkalong.matching.services.shared import audit, hint, locked, pair_url
from walkalong.matching.signals import ambassador_changed, match_joined
from walkalong.notices.services import notify
from walkalong.people.access import require
from walkalong.people.models import Person, Role
from walkalong.people.queries import has_role
from walkalong.people.rules import is_staff

EARLIEST_START = timedelta(days=366)


@transaction.atomic
def join_by_hand(
    *, by: Person, mentee: Person, mentor: Person, ambassador: Person | None, started_on: date
) -> Match:
    """Join two people into a match that starts at once, because staff decided so.

    Pressed twice it makes one: an existing current match of the same two is given back unchanged.
    Raises CannotJoin when a choice no longer holds: each is asked again here, under a lock on both people.
    """
    require(is_staff, by)
    mentee, mentor = _both_locked(mentee, mentor)
    existing = current_matches().filter(mentee=mentee, mentor=mentor).first()
    if existing is not None:
        return existing
    _check_pair(mentee, mentor, started_on)
    _check_ambassador(ambassador, mentee, mentor)
    match = Match.objects.create(mentee=mentee, mentor=mentor, ambassador=ambassador, started_on=started_on)
    for member in (mentee, mentor):
        notify(person=member, kind="matching.joined", url=pair_url(match), key=f"joined:{match.id}")
    _tell_ambassador(match)
    match_joined.send(Match, match=match)
    audit("joined", match, by)
    return match


@transaction.atomic
def change_ambassador(*, by: Person, match: Match, ambassador: Person | None) -> Match:
    """Give the match to somebody else to look after, or to nobody for now. Raises CannotJoin.

    A match that has just ended too: each of the two hears who is there for them now.
    """
    require(is_staff, by)
    match = locked(match.id)
    require(may_find_somebody, by, match, else_404=True)
    if match.ambassador == ambassador:
        return match
    _check_ambassador(ambassador, match.mentee, match.mentor)
    match.ambassador = ambassador
    match.save(update_fields=["ambassador"])
    ambassador_changed.send(Match, match=match)
    kind = "matching.ambassador" if match.ended_at is None else "matching.ambassador_after"
    for member in (match.mentee, match.mentor):
        notify(person=member, kind=kind, url=pair_url(match), key=f"ambassador:{match.id}")
    _tell_ambassador(match)
    audit("ambassador_changed", match, by)
    hint(match)
    return match


@transaction.atomic
def release_ambassador(*, person: Person) -> None:
    """Take somebody who can no longer look after matches off theirs; staff then see the gap."""
    for match_id in list(matches_to_look_after().filter(ambassador=person).values_list("pk", flat=True)):
        match = locked(match_id)
        match.ambassador = None
        match.save(update_fields=["ambassador"])
        ambassador_changed.send(Match, match=match)
        audit("ambassador_released", match, None)


def _both_locked(mentee: Person, mentor: Person) -> tuple[Person, Person]:
    """Both people as they are now. The lock makes two staff members joining at once take turns."""
    if mentee.pk == mentor.pk:
        raise CannotJoin("mentor", _("One person cannot be both sides. Please choose two people."))
    people = (
        Person.objects.select_for_update(no_key=True).filter(pk__in=[mentee.pk, mentor.pk]).order_by("pk")
    )
    found = {person.pk: person for person in people}
    return found[mentee.pk], found[mentor.pk]


def _check_pair(mentee: Person, mentor: Person, started_on: date) -> None:
    if not (mentee.is_active and has_role(mentee, Role.MENTEE)):
        raise CannotJoin("mentee", _("This person is not an active mentee any more. Please choose again."))
    if not (mentor.is_active and has_role(mentor, Role.MENTOR)):
        raise CannotJoin("mentor", _("This person is not an active mentor any more. Please choose again."))
    if current_matches().filter(mentee=mentee).exists():
        raise CannotJoin("mentee", _("This person was joined with a mentor meanwhile."))
    if current_matches().filter(mentor=mentor).count() >= MENTEES_AT_MOST:
        raise CannotJoin(
            "mentor", _("This mentor already walks with three people. Please choose somebody else.")
        )
    today = timezone.now().date()
    if not today - EARLIEST_START <= started_on <= today + timedelta(days=1):
        raise CannotJoin("started_on", _("A walk starts today or has started within the last year."))


def _check_ambassador(ambassador: Person | None, mentee: Person, mentor: Person) -> None:
    if ambassador is None:
        return
    if ambassador.pk in (mentee.pk, mentor.pk):
        raise CannotJoin("ambassador", _("Somebody outside the two must look after them."))
    fresh = Person.objects.filter(pk=ambassador.pk).first()
    if fresh is None or not (fresh.is_active and has_role(fresh, Role.AMBASSADOR)):
        raise CannotJoin("ambassador", _("This person is not an active ambassador any more."))


def _tell_ambassador(match: Match) -> None:
    if match.ambassador is not None:
        notify(
            person=match.ambassador,
            kind="matching.to_look_after" if match.ended_at is None else "matching.needs_you",
            url=reverse("care:desk"),
            key=f"care:{match.id}",
        )
