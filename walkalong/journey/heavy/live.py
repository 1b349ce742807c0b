"""Open pages learn at once that today is heavy for the other, that it is over, or that one is thought of.

No number is kept for it: where things stand is read anew, and a fingerprint of what stands says whether
anything is new.
"""

from hashlib import blake2b
from typing import Any
from uuid import UUID

from django.template.loader import render_to_string
from django.utils import translation

from walkalong.foundation.realtime import CatchUp, NotAllowed
from walkalong.journey.heavy.models import HeavyTelling
from walkalong.journey.heavy.queries import heavy_around
from walkalong.journey.heavy.topics import PREFIX, topic_of
from walkalong.matching.queries import other_member
from walkalong.people.models import Person

EXACT_IN_SCRIPTS = 64 - 53  # bits to leave out: a number of JavaScript is exact up to 53


class HeavyStream:
    """See foundation.realtime for when each of these is called."""

    name = PREFIX.removesuffix(":")

    def topics(self, person: Person) -> list[str]:
        return [topic_of(person.pk)]

    def catch_up(self, person: Person, topic: str, since: int | None) -> CatchUp:
        if topic != topic_of(person.pk) or not person.is_active:
            raise NotAllowed
        around = heavy_around(person)
        cursor = cursor_of(around)
        if since == cursor:
            return CatchUp(frames=[], cursor=cursor)
        with translation.override(person.language):
            return CatchUp(frames=[_frame(person, around, cursor)], cursor=cursor)

    def from_client(self, person: Person, topic: str, frame: dict[str, Any]) -> dict[str, Any] | None:
        return None


def cursor_of(around: list[HeavyTelling]) -> int:
    """A fingerprint of all that lasts and when each last changed; 0 when nothing does.

    Only alike or not alike means anything. A time of the last change would not do: what is no longer there
    (a day that faded or was forgotten, a walk that rests) has none.
    """
    if not around:
        return 0
    lasts = sorted(f"{telling.pk} {telling.changed_at.timestamp():.6f}" for telling in around)
    digest = blake2b("\n".join(lasts).encode(), digest_size=8).digest()
    return int.from_bytes(digest, "big") >> EXACT_IN_SCRIPTS


def _frame(person: Person, around: list[HeavyTelling], cursor: int) -> dict[str, Any]:
    standing = [telling for telling in around if telling.taken_back_at is None]
    heard = {told.match_id: told for told in standing if told.day.person_id != person.pk}
    thought = {
        told.match_id: told for told in standing if told.day.person_id == person.pk and told.thought_of_at
    }
    return {
        "type": "heavy",
        "cursor": cursor,
        "states": {str(match_id): str(cursor_of([told])) for match_id, told in heard.items()},
        "signs": _drawn("journey/heavy/sign.html", person, heard),
        "lines": _drawn("journey/heavy/line.html", person, heard),
        "shorts": _drawn("journey/heavy/short.html", person, heard),
        "thoughts": _drawn("journey/heavy/thought.html", person, thought),
    }


def _drawn(template: str, person: Person, tellings: dict[UUID, HeavyTelling]) -> dict[str, str]:
    return {
        str(match_id): render_to_string(
            template, {"match_id": match_id, "other": other_member(told.match, person)}
        )
        for match_id, told in tellings.items()
    }
