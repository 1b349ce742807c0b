"""Reading a conversation. Membership is part of the query, so that nobody else's words are ever fetched."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.db.models import BooleanField, Exists, IntegerField, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.http import Http404

from walkalong.conversation.models import (
    CompanionChoice,
    LastRead,
    LiveChoice,
    Message,
    Picture,
)
from walkalong.foundation.prepared import Prepared
from walkalong.matching.faces import face_in_match
from walkalong.matching.models import Match
from walkalong.matching.rules import may_read_pair
from walkalong.people.models import Person

PAGE = 50
# What rules and bubbles ask of a match and its two; the rest of a person would be read for nothing each time.
NEEDED = [
    *("id", "mentee", "mentor", "ambassador", "state", "started_on", "ended_at"),
    *(f"{who}__{field}" for who in ("mentee", "mentor") for field in ("id", "display_name", "is_active")),
]
CHANGES = 100  # a reader who missed more reads the page anew


@dataclass(frozen=True)
class Standing:
    """How a member stands in a conversation: read in one query."""

    last_seq: int
    read_seq: int
    typing: bool
    here_now: bool
    companion_on: bool
    face: bool  # whether the other shows their picture here


@dataclass(frozen=True)
class Stretch:
    """Some messages in their order, and whether there are more on either side."""

    messages: list[Message]
    older: bool
    newer: bool


def match_to_read(person: Person, match_id: UUID) -> Match:
    """The match, if this person may read what was written in it; Http404 otherwise. One query."""
    found = _match_of_member.first(person=person.pk, match=match_id)
    if found is None or not may_read_pair(person, found):
        raise Http404
    return found


def match_as_it_stands(person: Person, match_id: UUID) -> Match | None:
    """As match_to_read, with `last_seq`, `hides_typing` and `hides_here`: both people's choices. One query.

    A live socket asks this again at every delivery. None when this person may not read.
    """
    found = _match_as_it_stands.first(person=person.pk, match=match_id)
    return found if found is not None and may_read_pair(person, found) else None


def standing_of(person: Person, match: Match) -> Standing:
    """One query. Who never chose anything takes part in what is live and has no companion."""
    (row,) = _standing(person=person.pk, match=match.pk)
    return Standing(row.last_seq, row.read_seq, row.typing, row.here_now, row.companion_on, row.face)  # type: ignore[attr-defined]


def with_what_is_shown(messages: QuerySet[Message]) -> QuerySet[Message]:
    return messages.select_related("picture", "reply_to", "reply_to__picture")


# --- asked for every page or every message, so their SQL is written once --------------------------


def _members_match(person: UUID, match: UUID) -> QuerySet[Match]:
    mine = Match.objects.filter(Q(mentee=person) | Q(mentor=person), pk=match)
    return mine.select_related("mentee", "mentor").only(*NEEDED)


def _members_match_as_it_stands(person: UUID, match: UUID) -> QuerySet[Match]:
    choices = LiveChoice.objects.filter(Q(person=OuterRef("mentee")) | Q(person=OuterRef("mentor")))
    return _members_match(person, match).annotate(
        last_seq=Coalesce("conversation__last_seq", 0),
        hides_typing=Exists(choices.filter(typing=False)),
        hides_here=Exists(choices.filter(here_now=False)),
    )


def _members_standing(person: UUID, match: UUID) -> QuerySet[Match]:
    read = LastRead.objects.filter(match=OuterRef("pk"), person=person).values("seq")[:1]
    live = LiveChoice.objects.filter(person=person)
    companion = CompanionChoice.objects.filter(person=person).values("on")[:1]
    return (
        Match.objects.filter(pk=match)
        .only("id")
        .annotate(
            last_seq=Coalesce("conversation__last_seq", 0, output_field=IntegerField()),
            read_seq=Coalesce(Subquery(read), 0, output_field=IntegerField()),
            typing=Coalesce(Subquery(live.values("typing")[:1]), True, output_field=BooleanField()),
            here_now=Coalesce(Subquery(live.values("here_now")[:1]), True, output_field=BooleanField()),
            companion_on=Coalesce(Subquery(companion), False, output_field=BooleanField()),
            face=face_in_match(
                Q(person=OuterRef("mentee")) | Q(person=OuterRef("mentor")), ~Q(person=person)
            ),
        )
    )


def _in_match(match: UUID) -> QuerySet[Message]:
    return with_what_is_shown(Message.objects.filter(match=match))


_match_of_member = Prepared(_members_match, person=UUID, match=UUID)
_match_as_it_stands = Prepared(_members_match_as_it_stands, person=UUID, match=UUID)
_standing = Prepared(_members_standing, person=UUID, match=UUID)
_newest = Prepared(lambda match: _in_match(match).order_by("-seq")[: PAGE + 1], match=UUID)
_changed = Prepared(
    lambda match, since: _in_match(match).filter(change__gt=since).order_by("change")[: CHANGES + 1],
    match=UUID,
    since=int,
)


def newest(match: Match) -> Stretch:
    found = _newest(match=match.pk)
    return Stretch(list(reversed(found[:PAGE])), older=len(found) > PAGE, newer=False)


def before(match: Match, seq: int) -> Stretch:
    """What was said before a place; there is something newer, namely what stands there."""
    found = list(_shown(match).filter(seq__lt=seq).order_by("-seq")[: PAGE + 1])
    return Stretch(list(reversed(found[:PAGE])), older=len(found) > PAGE, newer=True)


def after(match: Match, seq: int) -> Stretch:
    found = list(_shown(match).filter(seq__gt=seq).order_by("seq")[: PAGE + 1])
    return Stretch(found[:PAGE], older=True, newer=len(found) > PAGE)


def around(match: Match, seq: int) -> Stretch:
    """A stretch with the message at `seq` in its middle."""
    upto = list(_shown(match).filter(seq__lte=seq).order_by("-seq")[: PAGE // 2 + 1])
    since = list(_shown(match).filter(seq__gt=seq).order_by("seq")[: PAGE // 2 + 1])
    half = PAGE // 2
    return Stretch([*reversed(upto[:half]), *since[:half]], older=len(upto) > half, newer=len(since) > half)


def _shown(match: Match) -> QuerySet[Message]:
    return _in_match(match.pk)


def message_of(match: Match, message_id: UUID) -> Message:
    """A message of this match; Http404 for any other, as for one that does not exist."""
    found = with_what_is_shown(Message.objects.filter(match=match, pk=message_id)).first()
    if found is None:
        raise Http404
    found.match = match
    return found


def picture_of(match: Match, message_id: UUID) -> Picture:
    """The picture of a message that was not taken back."""
    found = Picture.objects.filter(
        message=message_id, message__match=match, message__taken_back_at=None
    ).first()
    if found is None:
        raise Http404
    return found


def changes_since(match: Match, since: int) -> list[Message]:
    """Messages new or changed after `since`, in their order; one more than CHANGES if there are."""
    return sorted(_changed(match=match.pk, since=since), key=lambda message: message.seq)


def last_words_of(match: Match, author_id: UUID) -> str:
    """The last message of one member that still stands; empty when there is none."""
    found = Message.objects.filter(match=match, author_id=author_id, taken_back_at=None)
    message = found.order_by("-seq").first()
    return (message.body or "") if message is not None else ""


def something_new_for(person: Person, match: Match) -> bool:
    """Whether the other said something this member has not seen."""
    read = LastRead.objects.filter(match=match, person=person).values("seq")[:1]
    return (
        Message.objects.filter(match=match, taken_back_at=None, seq__gt=Coalesce(Subquery(read), 0))
        .exclude(author=person)
        .exists()
    )


def matches_with_news(person: Person, matches: Iterable[Match]) -> set[UUID]:
    """Those of these matches in which the other said something this member has not seen, in one query."""
    read = LastRead.objects.filter(match=OuterRef("match"), person=person).values("seq")[:1]
    unread = Message.objects.filter(
        match__in=list(matches), taken_back_at=None, seq__gt=Coalesce(Subquery(read), 0)
    )
    return set(unread.exclude(author=person).values_list("match_id", flat=True).distinct())


def live_choice_of(person: Person) -> LiveChoice:
    return LiveChoice.objects.filter(person=person).first() or LiveChoice(person=person)


def companion_is_on(person: Person) -> bool:
    return CompanionChoice.objects.filter(person=person, on=True).exists()
