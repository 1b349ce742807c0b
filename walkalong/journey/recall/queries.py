"""Past steps that resemble a moment. Consent is asked at every reading, and nothing of the moment is kept."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet

from walkalong.companion.context import moment_of
from walkalong.companion.encoder import encoder
from walkalong.foundation.crypto.reading import is_readable, readable
from walkalong.foundation.prepared import Prepared
from walkalong.journey.recall import passages
from walkalong.journey.recall.memory import memory
from walkalong.journey.recall.models import RecallChoice
from walkalong.journey.recall.resembling import nearest
from walkalong.journey.recall.rules import may_be_reminded, may_look_for_strengths
from walkalong.journey.steps.kinds import Kind
from walkalong.journey.steps.models import SharedStep, Step
from walkalong.journey.steps.queries import own_steps, steps_shared_with
from walkalong.matching.models import Match
from walkalong.matching.queries import other_member
from walkalong.matching.strengths import StillReading
from walkalong.people.models import Person

MOST_STEPS = 5_000  # the latest


@dataclass(frozen=True)
class Recalled:
    pk: UUID
    happened_on: date
    words: str
    is_from_here: bool  # it is the saying itself: "I've got it from here"
    said_from_here_on: date | None  # the day they said that of it, where the reader may know


def choice_of(person: Person) -> RecallChoice:
    return RecallChoice.objects.filter(person=person).first() or RecallChoice(person=person)


def agreed_for_other(match: Match, reader: Person) -> bool:
    """Whether the other of this match said yes to `reader` being reminded of what they managed. One query."""
    if not may_look_for_strengths(reader, match):
        return False
    return bool(_said_both_yeses(person=other_member(match, reader).pk))


_said_both_yeses = Prepared(
    lambda person: RecallChoice.objects.filter(person=person, for_me=True, for_other=True).values_list("pk"),
    person=UUID,
)


def offered_to_me(person: Person, moment: str) -> list[Recalled]:
    """A person's own steps, private ones too, for a moment in their own words. Raises StillReading."""
    if not moment.strip() or not may_be_reminded(person) or not choice_of(person).for_me:
        return []
    return _resembling(person, managed(own_steps(person), Step.objects.filter(owner=person)), moment)


def offered_to_other(match: Match, reader: Person, moment: str) -> list[Recalled]:
    """What the other of this match shows `reader`, for a moment in the other's words. Raises StillReading."""
    if not moment.strip() or not agreed_for_other(match, reader):
        return []
    shown = Step.objects.filter(Exists(SharedStep.objects.filter(step=OuterRef("pk"), match=match)))
    return _resembling(other_member(match, reader), managed(steps_shared_with(match, reader), shown), moment)


def managed(steps: QuerySet[Step], seen: QuerySet[Step]) -> QuerySet[Step]:
    """Steps, not hardships: a hard stretch only when `seen` says "I've got it from here" of it."""
    from_here = seen.filter(about=OuterRef("pk"))
    return steps.annotate(got_it=Exists(from_here)).filter(~Q(kind=Kind.HARD) | Q(got_it=True))


def _resembling(owner: Person, steps: QuerySet[Step], moment: str) -> list[Recalled]:
    """Whatever goes wrong inside becomes silence: an error report would carry somebody's words."""
    if moment_of(moment).in_danger:
        return []  # a person is wanted then, not a memory
    try:
        found = _nearest(owner, steps, moment)
    except StillReading:
        raise
    except Exception:
        return []
    # Read anew, by the same rules: a step may have been taken back while the vectors were made.
    read = readable(steps.filter(Q(pk__in=found) | Q(about__in=found)))
    sayings = {step.about_id: step for step in read if step.about_id}
    worded = [step for step in read if step.words.strip()]
    by_place = {step.about_id: step for step in worded if step.about_id} | {step.pk: step for step in worded}
    return [_recalled(by_place[pk], sayings.get(by_place[pk].pk)) for pk in found if pk in by_place]


def _recalled(step: Step, saying: Step | None) -> Recalled:
    said_on = saying.happened_on if saying else None
    return Recalled(step.pk, step.happened_on, step.words, step.kind == Kind.FROM_HERE, said_on)


def _nearest(owner: Person, steps: QuerySet[Step], moment: str) -> list[UUID]:
    """The nearest first. A thing and the saying of it take one place, which is the thing's."""
    facts = list(steps.values_list("pk", "changed_at", "about")[:MOST_STEPS])
    if not facts:
        return []
    versions = {pk: changed_at for pk, changed_at, _ in facts}
    place_of = {pk: about if about in versions else pk for pk, _, about in facts}

    def words(missing: Sequence[UUID]) -> Iterator[tuple[UUID, str]]:
        wanted = set(missing)
        for step in steps.only("pk", "owner", "words")[:MOST_STEPS]:
            if step.pk in wanted and is_readable(step):
                yield step.pk, step.words

    known, step_of_row, rows = memory.rows(owner.pk, versions, words)
    places = list(dict.fromkeys(place_of[pk] for pk in known))
    number_of = {place: number for number, place in enumerate(places)}
    place_of_row = [number_of[place_of[known[step]]] for step in step_of_row]
    found = nearest(encoder.vectors(passages.of_moment(moment)), rows, place_of_row)
    if not found and len(known) < len(versions):
        raise StillReading
    return [places[number] for number in found]
