"""What two open pages tell each other: new messages, what was taken back, who is typing and who is here.

Only messages are kept. Typing and presence pass through and are gone.
"""

import zoneinfo
from typing import Any
from uuid import UUID

from django.db.models import Q
from django.utils import timezone, translation

from walkalong.conversation import bubbles, markup, queries
from walkalong.conversation.models import Conversation, Message
from walkalong.conversation.services import mark_read
from walkalong.conversation.topics import match_id_of, topic_of
from walkalong.foundation.realtime import CatchUp, NotAllowed
from walkalong.matching.models import Match
from walkalong.matching.queries import matches_of, other_member
from walkalong.matching.rules import is_member
from walkalong.matching.states import MatchState
from walkalong.people.models import Person

EPHEMERAL = {"typing": "typing", "here": "here_now", "away": "here_now"}


class ConversationStream:
    """See foundation.realtime for when each of these is called."""

    name = "conversation"

    def topics(self, person: Person) -> list[str]:
        return [topic_of(match.pk) for match in matches_of(person) if match.state != MatchState.ENDED]

    def catch_up(self, person: Person, topic: str, since: int | None) -> CatchUp:
        """What changed after `since`, drawn for this reader; with None, only where things stand."""
        match = _read(person, topic)
        last_seq: int = match.last_seq  # type: ignore[attr-defined]
        frame: dict[str, Any] = {
            "type": "conversation",
            "state": match.state,
            "last": last_seq,
            "messages": [],
            "shows": {"typing": not match.hides_typing, "here_now": not match.hides_here},  # type: ignore[attr-defined]
        }
        if since is None or since > last_seq or since < 0:
            return CatchUp(frames=[frame], cursor=last_seq)
        changed = queries.changes_since(match, since) if since < last_seq else []
        if len(changed) > queries.CHANGES:
            frame["far_behind"] = True
        else:
            frame["messages"] = _drawn(person, match, changed)
        return CatchUp(frames=[frame], cursor=last_seq)

    def from_client(self, person: Person, topic: str, frame: dict[str, Any]) -> dict[str, Any] | None:
        kind = frame.get("type")
        if kind == "read":
            _note_read(person, topic, frame.get("seq"))
            return None
        if kind not in EPHEMERAL or not self._takes_part(person, topic, kind):
            return None
        return {"type": kind, "by": str(person.pk)}

    def may_receive(self, person: Person, topic: str, event: dict[str, Any]) -> bool:
        """Whoever does not show a thing does not see it either."""
        kind = event.get("type")
        if event.get("by") == str(person.pk) or kind not in EPHEMERAL:
            return False
        return self._takes_part(person, topic, kind)

    def left(self, person: Person, topic: str) -> dict[str, Any] | None:
        """Their last open page is gone, perhaps without saying so."""
        return {"type": "away", "by": str(person.pk)} if self._takes_part(person, topic, "away") else None

    def _takes_part(self, person: Person, topic: str, kind: str) -> bool:
        match_id = match_id_of(topic)
        if match_id is None or not person.is_active:
            return False
        active = Match.objects.filter(
            Q(mentee=person) | Q(mentor=person), pk=match_id, state=MatchState.ACTIVE
        )
        return active.exists() and bool(getattr(queries.live_choice_of(person), EPHEMERAL[kind]))


def _read(person: Person, topic: str) -> Match:
    """Membership, place and both people's choices in one query, asked again at every delivery."""
    match_id = match_id_of(topic)
    if match_id is None:
        raise NotAllowed
    found = queries.match_as_it_stands(person, match_id)
    if found is None:
        raise NotAllowed
    return found


def _drawn(reader: Person, match: Match, messages: list[Message]) -> list[dict[str, Any]]:
    """Each by itself and with its day, in the reader's zone; the page drops a day it already shows."""
    if not messages:
        return []
    for message in messages:
        message.match = match
    with timezone.override(_zone(reader)), translation.override(reader.language):
        return [shown_to(reader, message) for message in messages]


def shown_to(reader: Person, message: Message) -> dict[str, Any]:
    """One message, with its match, as the reader's page takes it; in the active time zone."""
    match = message.match
    mine = message.author_id == reader.pk
    html = markup.drawn(bubbles.bubbles_for(reader, match, [message]), other_member(match, reader))
    return {
        "id": f"m-{message.pk}",
        "seq": message.seq,
        "change": message.change,
        "mine": mine,
        "client_id": str(message.client_id) if mine else "",
        "html": html,
    }


def _zone(reader: Person) -> zoneinfo.ZoneInfo | None:
    try:
        return zoneinfo.ZoneInfo(reader.time_zone)
    except (zoneinfo.ZoneInfoNotFoundError, ValueError):
        return None


def _note_read(person: Person, topic: str, seq: object) -> None:
    match_id: UUID | None = match_id_of(topic)
    match = Match.objects.filter(pk=match_id).first() if match_id is not None else None
    if match is None or not is_member(person, match) or not isinstance(seq, int) or isinstance(seq, bool):
        return
    last = Conversation.objects.filter(match=match).values_list("last_seq", flat=True).first() or 0
    mark_read(by=person, match=match, seq=max(0, min(seq, last)))
