"""Naming a step, saying it differently, taking it back; and "I've got it from here"."""

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from walkalong.foundation.crypto import media
from walkalong.foundation.ids import uuid7
from walkalong.journey.steps.days import lived, today_of
from walkalong.journey.steps.errors import NotNow
from walkalong.journey.steps.kinds import Kind, Mark
from walkalong.journey.steps.models import Celebration, Step
from walkalong.journey.steps.rules import may_add_to_journey
from walkalong.journey.steps.services.shared import own_step_locked
from walkalong.journey.steps.services.sharing import share_exactly
from walkalong.journey.steps.services.telling import untell_both
from walkalong.journey.steps.topics import changed
from walkalong.journey.steps.words import taken
from walkalong.matching.models import Match
from walkalong.matching.states import MatchState
from walkalong.people.access import require
from walkalong.people.errors import Refused
from walkalong.people.models import Person


def name_step(
    *,
    by: Person,
    kind: Kind,
    words: str,
    happened_on: date | None = None,
    share_with: Iterable[Match] = (),
    mark: Mark | None = None,
    press_id: UUID | None = None,
) -> Step:
    """Put something on one's own way. A second try of the same press answers the step that is there.

    Raises Refused, with a sentence to show.
    """
    require(may_add_to_journey, by)
    if kind == Kind.FROM_HERE and not words.strip():
        raise Refused(_("What is it that you have got from here? A word is enough."))
    said = taken(words, may_be_empty=mark is not None)
    step = Step(
        owner=by,
        kind=kind,
        mark=(mark or "") if kind == Kind.MILESTONE else "",
        words=said,
        happened_on=lived(by, happened_on or today_of(by)),
        press_id=press_id or uuid7(),
    )
    return _kept(by, step, share_with)


def say_from_here(
    *,
    by: Person,
    step: Step,
    words: str = "",
    happened_on: date | None = None,
    share_with: Iterable[Match] = (),
    press_id: UUID | None = None,
) -> Step:
    """Say "I've got it from here" of a step or a hard stretch, with or without words. Said twice it is said
    once; it is taken back like any step. Raises Refused."""
    require(may_add_to_journey, by)
    with transaction.atomic():
        about = own_step_locked(by, step)
        if about.kind == Kind.FROM_HERE:
            raise Refused(_("This already says that you have got it from here."))
        said_before = Step.objects.filter(about=about).first()
        if said_before is not None:
            return said_before
        said = Step(
            owner=by,
            kind=Kind.FROM_HERE,
            about=about,
            words=taken(words, may_be_empty=True),
            happened_on=lived(by, happened_on or today_of(by)),
            press_id=press_id or uuid7(),
        )
        return _kept(by, said, share_with)


def _kept(by: Person, step: Step, share_with: Iterable[Match]) -> Step:
    try:
        with transaction.atomic():
            step.save(force_insert=True)
            share_exactly(by, step, share_with)
    except IntegrityError:
        earlier = Step.objects.filter(owner=by, press_id=step.press_id).first()
        if earlier is None:
            raise
        return earlier
    return step


@transaction.atomic
def change_step(
    *,
    by: Person,
    step: Step,
    kind: Kind,
    words: str,
    happened_on: date,
    share_with: Iterable[Match] = (),
) -> Step:
    """Say it differently, on another day, or show it to others than before. Raises Refused."""
    require(may_add_to_journey, by)
    step = own_step_locked(by, step)
    said = taken(words, may_be_empty=bool(step.mark or step.about_id))
    share_exactly(by, step, share_with)
    day = lived(by, happened_on)
    kind = Kind(step.kind) if Kind.FROM_HERE in (step.kind, kind) else kind
    if (said, day, kind) != (step.words, step.happened_on, step.kind):
        _tell_those_who_see_it(step)
        step.words, step.happened_on, step.kind = said, day, kind
        step.mark = step.mark if kind == Kind.MILESTONE else ""
        step.changed_at = timezone.now()
        step.save()
    return step


def _tell_those_who_see_it(step: Step) -> None:
    """New words reach the other as writing does: not during a pause."""
    shares = step.shares.exclude(match__state=MatchState.ENDED).select_related("match").order_by("match_id")
    for share in shares:
        if share.match.state != MatchState.ACTIVE:
            raise NotNow(
                _(
                    "The two of you are taking a pause, and this is shared. Keep it to yourself first, or"
                    " change it when the pause is over."
                )
            )
        changed(share.match_id)


@transaction.atomic
def take_back_step(*, by: Person, step: Step) -> None:
    """Take something off one's way for good, with what was said about it and what others gave to it."""
    step = own_step_locked(by, step)
    both = [step.pk, *Step.objects.filter(about=step).values_list("pk", flat=True)]
    for given in Celebration.objects.filter(step__in=both).exclude(media_id=None):
        if given.media_id is not None:
            media.erase(given.media_id)
    matches = Match.objects.filter(shared_steps__step__in=both).select_related("mentee", "mentor")
    seen_in = list(matches.distinct().order_by("pk"))
    step.delete()
    for match in seen_in:
        changed(match.pk)
        for gone in both:
            untell_both(match, gone)
