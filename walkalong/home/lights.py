"""In which of somebody's homes something new waits: a light on its door, never a number."""

from collections.abc import Container
from uuid import UUID

from walkalong.conversation.queries import matches_with_news
from walkalong.journey.heavy.notice_kinds import HEAVY
from walkalong.matching.models import Match
from walkalong.notices.queries import unseen_of
from walkalong.people.models import Person


def lit_homes(person: Person, walks: list[Match], *, said_beside: Container[UUID] = ()) -> set[UUID]:
    """Words not yet seen, or a notice that leads into that home. Two queries, however many walks.

    `said_beside`: walks where it stands beside the door that today is heavy; its notice lights nothing.
    """
    told = list(unseen_of(person).values_list("kind", "url"))
    noticed = {
        walk.pk
        for walk in walks
        for kind, url in told
        if str(walk.pk) in url and not (kind == HEAVY and walk.pk in said_beside)
    }
    return noticed | matches_with_news(person, walks)
