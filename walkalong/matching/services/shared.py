"""What every change of a match does: lock it, and tell the screens that show it."""

from uuid import UUID

from django.urls import reverse

from walkalong.foundation import realtime
from walkalong.foundation.audit.services import record
from walkalong.matching.models import Match
from walkalong.people.models import Person


def locked(match_id: UUID) -> Match:
    """The match as it is now, held until the transaction ends."""
    return (
        Match.objects.select_for_update(of=("self",), no_key=True)
        .select_related("mentee", "mentor", "ambassador")
        .get(pk=match_id)
    )


def topic(match: Match) -> str:
    return f"match:{match.id}"


def pair_url(match: Match) -> str:
    """The page of the two, where every notice about the match leads."""
    return reverse("home:pair", args=[match.id])


def hint(match: Match) -> None:
    """Tell both screens, after the commit, that something about the match changed: no more than that."""
    realtime.publish(topic(match), {"type": "match"})


def cut_live(match: Match) -> None:
    """Close every live socket of the two after the commit; each comes back to what it may see then."""
    hint(match)
    for person_id in (match.mentee_id, match.mentor_id):
        realtime.drop(person_id=person_id)


def audit(verb: str, match: Match, by: Person | None, **detail: str | int) -> None:
    """One entry about each of the two, so that each finds it in the record about themselves."""
    for member in (match.mentee, match.mentor):
        record(
            verb=f"matching.{verb}",
            actor=str(by.pseudonym) if by else None,
            subject=str(match.id),
            about=str(member.pseudonym),
            detail=detail,
        )
