"""What the two desks read: names, months and contacts; never what the two say to each other."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from uuid import UUID

from django.db.models import Exists, F, OuterRef, Q, QuerySet
from django.http import Http404
from django.utils import timezone

from walkalong.care.models import Answer, Contact, ContactKind
from walkalong.matching.models import Match
from walkalong.matching.queries import current_matches, matches_to_look_after
from walkalong.matching.states import EndKind, MatchState
from walkalong.people.models import Person, Role
from walkalong.people.queries import holders_of

CONTACT_EVERY = timedelta(days=31)  # programme.md: at least one contact a month with each side


@dataclass
class Side:
    """One of the two, as those who look after them see them: on their own."""

    person: Person
    latest: Contact | None = None  # of any kind, by whoever looked after them then
    latest_real: datetime | None = None  # when they last talked, or last answered
    since: datetime | None = None  # an answer is expected from here on

    @property
    def a_month_ago(self) -> bool:
        reference = self.latest_real or self.since
        return reference is not None and timezone.now() - reference > CONTACT_EVERY


@dataclass
class LookedAfter:
    match: Match
    sides: list[Side] = field(default_factory=list)
    alone: bool = False  # nobody looks after the two

    @property
    def stopped(self) -> bool:
        return self.match.end_kind == EndKind.STOPPED

    @property
    def both_heard_since_the_end(self) -> bool:
        end = self.match.ended_at
        return end is not None and all(side.latest_real and side.latest_real > end for side in self.sides)


def looked_after_by(person: Person) -> list[LookedAfter]:
    """The current matches of this ambassador and those just ended that still need them."""
    entries = _with_contacts(matches_to_look_after().filter(ambassador=person))
    return [entry for entry in entries if not entry.both_heard_since_the_end]


def needing_an_eye(staff: Person) -> list[LookedAfter]:
    """Matches nobody looks after, and those where contact was stopped; the ended ones until both were heard.

    Never a match in which this member of staff is one of the two: they must not learn who stopped contact.
    """
    own = Q(mentee=staff) | Q(mentor=staff)
    others = matches_to_look_after().exclude(own)
    looked_after = Q(ambassador__in=holders_of(Role.AMBASSADOR))
    alone = list(others.exclude(looked_after))
    entries = _with_contacts([*others.filter(looked_after, end_kind=EndKind.STOPPED), *alone])
    for entry in entries:
        entry.alone = entry.match in alone
    return [entry for entry in entries if not entry.both_heard_since_the_end]


def not_heard_for_a_month(staff: Person) -> list[LookedAfter]:
    """Walks in which the ambassador has not heard from a side for a month, though each is due a talk.

    In the order the walks began, so that nobody is ranked; and never one this member of staff walks in or
    looks after: that is on their own desk.
    """
    own = Q(mentee=staff) | Q(mentor=staff) | Q(ambassador=staff)
    others = current_matches().exclude(ambassador=None)
    entries = _with_contacts(others.exclude(pk__in=current_matches().filter(own).values("pk")))
    return [entry for entry in entries if any(side.a_month_ago for side in entry.sides)]


def contacts_with(ambassador: Person, match: Match, member: Person) -> QuerySet[Contact]:
    """What this ambassador and this side had to do with each other, the latest first."""
    return Contact.objects.filter(ambassador=ambassador, match=match, member=member).order_by("-at")


def who_would_like_a_word(ambassador: Person) -> list[Person]:
    """Who asked this ambassador to get in touch and has not been talked with since, in that order."""
    talked = Contact.objects.filter(
        match=OuterRef("match"),
        member=OuterRef("member"),
        kind=ContactKind.TALKED,
        at__gt=OuterRef("answered_at"),
    )
    asking = Contact.objects.filter(
        ambassador=ambassador, match__ambassador=ambassador, answer=Answer.GET_IN_TOUCH
    )
    waiting = asking.exclude(Exists(talked)).defer("words", "answer_words").select_related("member")
    return list(dict.fromkeys(contact.member for contact in waiting.order_by("answered_at")))


def open_question(match: Match, member: Person) -> Contact | None:
    """The latest unanswered question of the present ambassador to this side."""
    return (
        Contact.objects.filter(
            match=match, member=member, kind=ContactKind.ASKED, answered_at=None,
            ambassador_id=match.ambassador_id,
        )
        .order_by("-at")
        .first()
    )  # fmt: skip


def question_for(person: Person, contact_id: UUID) -> Contact:
    """A question put to this person by who looks after them now; Http404 for any other, in one query."""
    try:
        return Contact.objects.select_related("ambassador", "match").get(
            pk=contact_id, member=person, kind=ContactKind.ASKED, match__ambassador=F("ambassador")
        )
    except Contact.DoesNotExist:
        raise Http404 from None


def member_of(match: Match, member_id: UUID) -> Person:
    """The one of the two with this id; Http404 for anybody else."""
    for member in (match.mentee, match.mentor):
        if member.pk == member_id:
            return member
    raise Http404


def _with_contacts(matches: Iterable[Match]) -> list[LookedAfter]:
    entries = {
        match.pk: LookedAfter(match, [_side(match, m) for m in (match.mentee, match.mentor)])
        for match in matches
    }
    if entries:
        contacts = Contact.objects.filter(match__in=list(entries)).defer("words", "answer_words")
        for contact in contacts.order_by("at"):
            entry = entries[contact.match_id]
            for side in entry.sides:
                if side.person.pk == contact.member_id:
                    side.latest = contact
                    side.latest_real = _heard(contact) or side.latest_real
    return list(entries.values())


def _side(match: Match, member: Person) -> Side:
    return Side(member, since=match.created_at if match.state != MatchState.ENDED else match.ended_at)


def _heard(contact: Contact) -> datetime | None:
    return contact.at if contact.kind == ContactKind.TALKED else contact.answered_at
