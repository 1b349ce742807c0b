"""Answering a step of the other's, with words, a picture or both; and taking that back."""

from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

from walkalong.foundation import pictures
from walkalong.foundation.crypto import media
from walkalong.foundation.ids import uuid7
from walkalong.journey.steps.models import Celebration, Step
from walkalong.journey.steps.notice_kinds import CELEBRATED
from walkalong.journey.steps.rules import may_take_back_celebration
from walkalong.journey.steps.services.shared import match_to_give_in, shared_step_locked
from walkalong.journey.steps.services.telling import tell, untell
from walkalong.journey.steps.topics import changed
from walkalong.journey.steps.words import taken
from walkalong.matching.models import Match
from walkalong.matching.rules import is_member
from walkalong.people.access import require
from walkalong.people.errors import Refused
from walkalong.people.models import Person
from walkalong.people.pace import too_many_pictures

MOST_FOR_ONE_STEP = 50


def celebrate(
    *,
    by: Person,
    match: Match,
    step_id: UUID,
    words: str = "",
    picture: bytes | None = None,
    alt: str = "",
    press_id: UUID | None = None,
) -> Celebration:
    """Give something to a step the other shows. A second try of the same press answers what is there.

    Raises TakenBack when the step is not shown any more, and Refused, with a sentence to show.
    """
    require(is_member, by, match, else_404=True)
    given = Celebration(
        step_id=step_id,
        by=by,
        words=taken(words, may_be_empty=picture is not None),
        alt=taken(alt, may_be_empty=True) if picture is not None else "",
        press_id=press_id or uuid7(),
    )
    safe = _made_safe(by, picture) if picture is not None else None
    try:
        with transaction.atomic():
            return _given(by, match, given, safe)
    except IntegrityError:
        earlier = Celebration.objects.filter(by=by, press_id=given.press_id).first()
        if earlier is None:
            raise
        return earlier


def _made_safe(by: Person, picture: bytes) -> pictures.SafePicture:
    if too_many_pictures(by):
        raise Refused(
            _("Those were many pictures at once. Please wait a minute, then choose this one again.")
        )
    try:
        return pictures.made_safe(picture)
    except pictures.CannotDraw as trouble:
        raise Refused(trouble.kind) from None


def _given(by: Person, match: Match, given: Celebration, picture: pictures.SafePicture | None) -> Celebration:
    given.match = match_to_give_in(by, match.pk)
    given.step = shared_step_locked(match, given.step_id)
    if given.step.owner_id == by.pk:
        raise Refused(_("This is your own. The other can answer it; you can light a lamp for it."))
    if Celebration.objects.filter(step=given.step, by=by).count() >= MOST_FOR_ONE_STEP:
        raise Refused(_("You have given a great deal to this one already. The conversation has more room."))
    if picture is not None:
        given.media_id, given.width, given.height = uuid7(), picture.width, picture.height
        media.write(
            scope=given.words_scope,
            media_id=given.media_id,
            data=picture.data,
            content_type=pictures.CONTENT_TYPE,
        )
    given.save(force_insert=True)
    changed(match.pk)
    tell(given.step.owner, CELEBRATED, given.match, given.step)
    return given


@transaction.atomic
def take_back_celebration(*, by: Person, celebration: Celebration) -> None:
    """Remove what was given to a step: the giver takes it back, or the owner lets it go. For good."""
    require(may_take_back_celebration, by, celebration, else_404=True)
    found = Celebration.objects.select_for_update(of=("self",)).filter(pk=celebration.pk).first()
    if found is None:
        return
    step: Step = celebration.step
    if found.media_id is not None:
        media.erase(found.media_id)
    found.delete()
    if not Celebration.objects.filter(step=step, match=celebration.match_id).exists():
        untell(step.owner, CELEBRATED, celebration.match_id, step.pk)
    changed(celebration.match_id)
