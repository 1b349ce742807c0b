"""Reading heavy days and hope boxes. What the other may know is asked of the match at each reading."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from django.db.models import Q, QuerySet
from django.http import Http404
from django.utils import timezone

from walkalong.foundation.crypto.reading import is_readable, readable_or_404
from walkalong.foundation.prepared import Prepared
from walkalong.journey.heavy.kinds import FADES_AFTER, HopeKind
from walkalong.journey.heavy.models import HeavyDay, HeavyTelling, HopeItem
from walkalong.journey.heavy.rules import may_see_item
from walkalong.matching.models import Match
from walkalong.matching.states import MatchState
from walkalong.people.models import Person


def day_now(person: Person, since: datetime | None = None) -> HeavyDay | None:
    """The heavy day that still lasts, if there is one."""
    since = since or timezone.now() - FADES_AFTER
    found = HeavyDay.objects.filter(person=person, said_at__gt=since).order_by("-said_at", "-id").first()
    return found if found is not None and is_readable(found) else None


def days_of(person: Person) -> QuerySet[HeavyDay]:
    """Every day this person said was heavy, the latest first."""
    return HeavyDay.objects.filter(person=person).order_by("-said_at", "-id")


def own_day(person: Person, day_id: UUID) -> HeavyDay:
    """Http404 for somebody else's, as for one that does not exist."""
    return readable_or_404(HeavyDay.objects.filter(person=person, pk=day_id).first())


def lasting(tellings: QuerySet[HeavyTelling], since: datetime | None = None) -> QuerySet[HeavyTelling]:
    """Of heavy days that still last, in matches that neither rest nor are over; taken back ones too."""
    since = since or timezone.now() - FADES_AFTER
    return (
        tellings.filter(match__state=MatchState.ACTIVE, day__said_at__gt=since)
        .select_related("day")
        .order_by("told_at", "id")
    )


def heavy_around(person: Person) -> list[HeavyTelling]:
    """What this person told and was told, in all their matches, with the matches' people. One query."""
    found = _lasting_around(person=person.pk, since=timezone.now() - FADES_AFTER)
    return [telling for telling in found if is_readable(telling.day)]


def _around(person: UUID, since: datetime) -> QuerySet[HeavyTelling]:
    mine = HeavyTelling.objects.filter(Q(match__mentee=person) | Q(match__mentor=person))
    return lasting(mine, since).select_related("day", "match__mentee", "match__mentor")


_lasting_around = Prepared(_around, person=UUID, since=datetime)


def standing_in(match: Match, around: Iterable[HeavyTelling]) -> dict[UUID, HeavyTelling]:
    """Whose heavy day the two of this match know of, by person, at most one each: the latest."""
    return {
        telling.day.person_id: telling
        for telling in around
        if telling.match_id == match.pk and telling.taken_back_at is None
    }


def told_to(reader: Person, match: Match) -> HeavyTelling | None:
    """The other's heavy day, as `reader` may know it now."""
    lasts = lasting(HeavyTelling.objects.filter(match=match, taken_back_at=None))
    found = [telling for telling in lasts if is_readable(telling.day)]
    return next((told for by, told in standing_in(match, found).items() if by != reader.pk), None)


def hope_of(person: Person) -> QuerySet[HopeItem]:
    """All that lies in this person's box, the latest first."""
    return (
        HopeItem.objects.filter(owner=person).select_related("giver", "match").order_by("-put_in_at", "-id")
    )


def hope_at_hand(items: Iterable[HopeItem], *, of_each: int = 2) -> list[HopeItem]:
    """A few of each, so that a heavy day is not met by a pile. What somebody else said comes first."""
    near = [item for item in items if not item.is_from_the_past]
    given = [item for item in near if not item.is_own][:of_each]
    order = (HopeKind.LETTER, HopeKind.WORDS, HopeKind.PICTURE, HopeKind.SONG)
    own = [
        item for kind in order for item in [one for one in near if one.is_own and one.kind == kind][:of_each]
    ]
    return [*given, *own]


def given_in(match: Match, giver: Person) -> QuerySet[HopeItem]:
    """What this person put into the other's box while walking with them, the latest first."""
    given = HopeItem.objects.filter(match=match, giver=giver).select_related("giver", "match")
    return given.order_by("-put_in_at", "-id")


def item_for(person: Person, hope_id: UUID) -> HopeItem:
    """An item this person may see; Http404 for any other, as for one that does not exist."""
    found = HopeItem.objects.filter(pk=hope_id).select_related("owner", "giver", "match").first()
    if not may_see_item(person, found):
        raise Http404
    return readable_or_404(found)
