"""Reading stories. Who sees a piece is asked of the match each time, never remembered."""

import hashlib
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Prefetch, QuerySet
from django.http import Http404

from walkalong.foundation.crypto.reading import readable, readable_or_404
from walkalong.journey.story.models import ShownPiece, StoryPiece
from walkalong.matching.models import Match
from walkalong.matching.queries import matches_of, open_pauses
from walkalong.matching.rules import is_member
from walkalong.matching.states import MatchState
from walkalong.people.about import NOTHING, About, Reader, about_me_of, as_seen_by
from walkalong.people.models import Person

CURRENT = (MatchState.ACTIVE, MatchState.PAUSED)


@dataclass(frozen=True)
class Seen:
    """What one reader sees of somebody. One template draws it, for them and in the teller's preview."""

    teller: Person
    about: About
    pieces: list[StoryPiece]

    @property
    def is_empty(self) -> bool:
        return self.about.is_empty and not self.pieces

    @property
    def mark(self) -> str:
        """Differs as soon as anything of it does; says nothing about what it is."""
        parts = [f"{piece.pk}{piece.changed_at.isoformat()}" for piece in self.pieces]
        return hashlib.blake2s(f"{parts}{self.about}".encode(), digest_size=8).hexdigest()


def current_matches_of(person: Person) -> list[Match]:
    return [match for match in matches_of(person) if match.state in CURRENT]


def own_pieces(person: Person) -> QuerySet[StoryPiece]:
    """The whole of one's own story in the order it was told; `shown_now` says where each piece is shown."""
    shown = ShownPiece.objects.filter(match__state__in=CURRENT).order_by("since")
    shown = shown.select_related("match__mentee", "match__mentor", "match__ambassador")
    pieces = StoryPiece.objects.filter(teller=person).order_by("id")
    return pieces.prefetch_related(Prefetch("shown", shown, to_attr="shown_now"))


def own_piece(person: Person, piece_id: UUID) -> StoryPiece:
    """One piece of one's own story; Http404 for any other, as for one that does not exist."""
    return readable_or_404(own_pieces(person).filter(pk=piece_id).first())


def seen_by_other(match: Match, teller: Person) -> Seen:
    """What the other of this match sees of `teller`.

    While the two rest nothing new passes between them: what was changed since then waits until they go on.
    """
    if not _is_current(match, teller):
        return Seen(teller, NOTHING, [])
    pieces, rests_since = _shown_in(match, teller), _rests_since(match)
    if rests_since is not None:
        pieces = pieces.filter(changed_at__lte=rests_since)
    return Seen(teller, _about_seen_by_other(teller, rests_since), readable(pieces))


def seen_by_ambassador(match: Match, teller: Person) -> Seen:
    """What the match's ambassador sees of one side, while the match is current."""
    if not _is_current(match, teller) or match.ambassador_id is None:
        return Seen(teller, NOTHING, [])
    pieces = _shown_in(match, teller).filter(shown__with_ambassador=True)
    return Seen(teller, as_seen_by(Reader.AMBASSADOR, about_me_of(teller)), readable(pieces))


def introduction_of(person: Person) -> Seen:
    """What an introduction to somebody they might walk with holds. Nothing else goes into one."""
    pieces = StoryPiece.objects.filter(teller=person, in_introduction=True).order_by("id")
    return Seen(person, as_seen_by(Reader.INTRODUCTION, about_me_of(person)), readable(pieces))


def shows_a_piece(match: Match, teller: Person) -> bool:
    """Whether this side shows the other a piece of their story. One query, and nothing is opened."""
    return _is_current(match, teller) and _shown_in(match, teller).exists()


def picture_seen_by_other(match: Match, teller: Person) -> UUID:
    """Http404 when they see none."""
    if not _is_current(match, teller):
        raise Http404
    return _there(_about_seen_by_other(teller, _rests_since(match)).picture_id)


def picture_seen_by_ambassador(match: Match, teller: Person) -> UUID:
    """Http404 when they see none."""
    if not _is_current(match, teller):
        raise Http404
    return _there(as_seen_by(Reader.AMBASSADOR, about_me_of(teller)).picture_id)


def _is_current(match: Match, teller: Person) -> bool:
    return match.state in CURRENT and bool(is_member(teller, match))


def _shown_in(match: Match, teller: Person) -> QuerySet[StoryPiece]:
    shown = StoryPiece.objects.filter(teller=teller, shown__match=match, shown__match__state__in=CURRENT)
    return shown.order_by("id")


def _rests_since(match: Match) -> datetime | None:
    """Since when the two rest; None while they walk."""
    return min((pause.since for pause in open_pauses(match)), default=None)


def _about_seen_by_other(teller: Person, rests_since: datetime | None) -> About:
    about = about_me_of(teller)
    if about is not None and rests_since is not None and about.changed_at > rests_since:
        return NOTHING
    return as_seen_by(Reader.OTHER, about)


def _there(picture_id: UUID | None) -> UUID:
    if picture_id is None:
        raise Http404
    return picture_id
