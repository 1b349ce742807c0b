"""What a notice about a match says: never a name, never why. And which notices rest while a match does."""

from urllib.parse import urlsplit
from uuid import UUID

from django.urls import Resolver404, resolve
from django.utils.translation import gettext_lazy as _

from walkalong.matching.models import Match
from walkalong.matching.states import MatchState
from walkalong.notices import kinds, silences
from walkalong.notices.kinds import Kind
from walkalong.people.models import Person

KINDS = (
    Kind(
        name="matching.joined",
        title=_("There is somebody to walk with"),
        body=_("You have been joined with somebody for the coming year."),
        email=True,
        email_subject=_("There is news for you"),
        email_body=_("Something new is waiting for you. Sign in to see it."),
    ),
    Kind(
        name="matching.resumed",
        title=_("The pause is over"),
        body=_("You can write to each other again."),
        email=True,
        email_subject=_("There is news for you"),
        email_body=_("Something new is waiting for you. Sign in to see it."),
    ),
    Kind(
        name="matching.ended",
        title=_("This walk has come to an end"),
        body=_("You can still read what was written. Somebody is there to talk with you."),
        email=True,
        email_subject=_("There is news for you"),
        email_body=_("Something has changed. Sign in to see what, and who is there for you."),
    ),
    Kind(
        name="matching.ambassador",
        title=_("Somebody new looks after the two of you"),
        body=_("Your page says who it is."),
        email=False,
        email_subject="",
        email_body="",
    ),
    Kind(
        name="matching.ambassador_after",
        title=_("Somebody new is there for you"),
        body=_("Your page says who it is. They talk with you on your own."),
        email=False,
        email_subject="",
        email_body="",
    ),
    Kind(
        name="matching.to_look_after",
        title=_("There are two more people to look after"),
        body=_("Your desk says who they are. A first word to each of them is welcome."),
        email=True,
        email_subject=_("There is news for you"),
        email_body=_("Something new is waiting at your desk. Sign in to see it."),
    ),
    Kind(
        name="matching.needs_you",
        title=_("Two people may need you"),
        body=_("A match you look after has ended. Please talk with each of them on their own."),
        email=True,
        email_subject=_("There is news for you"),
        email_body=_("Something has changed at your desk. Sign in to see it."),
    ),
    Kind(
        name="matching.needs_somebody",
        title=_("Two people may need somebody"),
        body=_("A walk that nobody looks after has ended. On the staff desk you can find somebody for them."),
        email=True,
        email_subject=_("There is news for you"),
        email_body=_("Something has changed at your desk. Sign in to see it."),
    ),
)
_about_the_match_itself = frozenset(kind.name for kind in KINDS)


def rests_with_its_match(person: Person, kind: str, url: str) -> bool:
    """Whether a notice leads into the space of a match that is paused or has ended: then it stays silent."""
    if kind in _about_the_match_itself:
        return False
    match_id = _match_id_in(url)
    return match_id is not None and not Match.objects.filter(pk=match_id, state=MatchState.ACTIVE).exists()


def register() -> None:
    for kind in KINDS:
        kinds.register(kind)
    silences.register(rests_with_its_match)


def _match_id_in(url: str) -> UUID | None:
    try:
        return resolve(urlsplit(url).path).kwargs.get("match_id")
    except Resolver404:
        return None
