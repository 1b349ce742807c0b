"""Everything that changes a story. Nothing else writes to one."""

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.http import Http404
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from walkalong.foundation.audit.services import record
from walkalong.foundation.crypto import scrubbing
from walkalong.journey.story.models import ShownPiece, StoryPiece
from walkalong.journey.story.queries import current_matches_of
from walkalong.journey.story.rules import is_teller
from walkalong.journey.story.telling import hint, take_notice_back, tell_the_other
from walkalong.journey.story.words import MOST_PIECES, MOST_TITLE, taken
from walkalong.matching.models import Match
from walkalong.matching.rules import may_write_pair
from walkalong.people.access import require
from walkalong.people.errors import Refused
from walkalong.people.models import Person, ShownTo
from walkalong.people.rules import has_agreed, person_is_self

Showing = Mapping[UUID, ShownTo]  # by match; a match that is not named shows nothing


class ChangedMeanwhile(Refused):
    """Another page of theirs changed the piece first. Nothing was written over."""

    def __init__(self) -> None:
        super().__init__(
            _("This piece was changed on another page or device meanwhile. Both versions are here: choose.")
        )


@transaction.atomic
def tell_piece(
    *, by: Person, press_id: UUID, title: str, words: str, showing: Showing, in_introduction: bool
) -> StoryPiece:
    """Add a piece to one's own story. Pressed twice it is told once. Raises Refused, with a sentence."""
    _may_write(by)
    words, title = taken(words), title[:MOST_TITLE]
    known = StoryPiece.objects.filter(teller=by, press_id=press_id).first()
    if known is not None:
        return known
    if StoryPiece.objects.filter(teller=by).count() >= MOST_PIECES:
        raise Refused(_("Your story has as many pieces as can be kept. You could make one of several."))
    piece, made = StoryPiece.objects.get_or_create(
        teller=by, press_id=press_id, defaults={"title": title, "words": words}
    )
    if made:
        _show(piece, by, showing, in_introduction)
    return piece


@transaction.atomic
def change_piece(
    *,
    by: Person,
    piece: StoryPiece,
    title: str,
    words: str,
    showing: Showing,
    in_introduction: bool,
    as_of: datetime | None = None,
) -> StoryPiece:
    """Put other words in its place, and say anew who sees it.

    `as_of` is when the words on the page had last been changed. Raises ChangedMeanwhile or Refused.
    """
    piece = _held(by, piece)
    _may_write(by)
    words = taken(words)
    if as_of is not None and piece.changed_at != as_of:
        raise ChangedMeanwhile
    if (piece.title, piece.words) != (title, words):
        piece.title, piece.words, piece.changed_at = title[:MOST_TITLE], words, timezone.now()
        piece.save(update_fields=["title", "words", "changed_at"])
    _show(piece, by, showing, in_introduction)
    return piece


@transaction.atomic
def take_back_piece(*, by: Person, piece: StoryPiece) -> None:
    """From this moment nobody but its teller sees it. The words stay theirs."""
    _show(_held(by, piece), by, {}, in_introduction=False)


@transaction.atomic
def remove_piece(*, by: Person, piece: StoryPiece) -> None:
    """It is gone for everybody, its teller included."""
    piece = _held(by, piece)
    _show(piece, by, {}, in_introduction=False)
    scrubbing.overwrite_what_is_deleted()
    piece.delete()
    scrubbing.scrub_after_commit()


def keep_from_next_ambassador(match: Match) -> None:
    """What was shown to one ambassador by name is not shown to the next; each side may choose anew."""
    ShownPiece.objects.filter(match=match, with_ambassador=True).update(with_ambassador=False)


def _held(by: Person, piece: StoryPiece) -> StoryPiece:
    require(is_teller, by, piece, else_404=True)
    found = StoryPiece.objects.select_for_update().filter(pk=piece.pk).first()
    if found is None:  # removed meanwhile
        raise Http404
    return found


def _may_write(by: Person) -> None:
    require(person_is_self, by, by)
    if not has_agreed(by):
        raise Refused(_("Before you write, please read and agree to how we keep this private."))


def _show(piece: StoryPiece, by: Person, showing: Showing, in_introduction: bool) -> None:
    """Make it so that exactly these see it, from this moment."""
    current = {match.pk: match for match in current_matches_of(by)}
    before = {
        shown.match_id: shown for shown in ShownPiece.objects.filter(piece=piece, match__in=list(current))
    }
    wanted = {match_id: to for match_id, to in showing.items() if to != ShownTo.NOBODY}
    touched = [match for match_id, match in current.items() if match_id in {*before, *wanted}]
    ShownPiece.objects.filter(piece=piece).exclude(match__in=list(wanted)).delete()
    changed = piece.in_introduction != in_introduction or bool(before.keys() - wanted.keys())
    for match_id, to in wanted.items():
        with_ambassador = to == ShownTo.AMBASSADOR
        known = before.get(match_id)
        if known is not None and known.with_ambassador == with_ambassador:
            continue
        changed = True
        _show_in(piece, by, current.get(match_id), known, with_ambassador)
    if piece.in_introduction != in_introduction:
        piece.in_introduction = in_introduction
        piece.save(update_fields=["in_introduction"])
    for match in touched:
        hint(match)
        if match.pk not in wanted:
            take_notice_back(match, teller=by)
    if changed:
        _note(by, piece, wanted, in_introduction)


def _show_in(
    piece: StoryPiece, by: Person, match: Match | None, known: ShownPiece | None, with_ambassador: bool
) -> None:
    wider = known is None or with_ambassador
    if match is None or (wider and not may_write_pair(by, match)):
        raise Refused(
            _("The two of you rest just now: nothing new can be shown there. Taking back is always possible.")
        )
    if known is not None:
        known.with_ambassador = with_ambassador
        known.save(update_fields=["with_ambassador"])
        return
    ShownPiece.objects.create(piece=piece, match=match, with_ambassador=with_ambassador)
    tell_the_other(match, teller=by)


def _note(by: Person, piece: StoryPiece, wanted: Showing, in_introduction: bool) -> None:
    widest = ShownTo.NOBODY
    if wanted:
        widest = ShownTo.AMBASSADOR if ShownTo.AMBASSADOR in wanted.values() else ShownTo.OTHER
    record(
        verb="journey.piece_shown" if wanted or in_introduction else "journey.piece_taken_back",
        actor=str(by.pseudonym),
        subject=str(piece.pk),
        about=str(by.pseudonym),
        detail={"to": str(widest), "introduction": int(in_introduction)},
    )
