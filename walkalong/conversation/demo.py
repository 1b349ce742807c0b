"""A few warm words between the demo's people, so that the rooms are not empty when somebody looks in."""

import tomllib
from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import uuid4

from django.utils import timezone

from walkalong.conversation.models import CompanionChoice, LastRead, Message
from walkalong.conversation.services import choose_companion, send_message
from walkalong.matching.models import Match
from walkalong.matching.queries import matches_of
from walkalong.matching.states import MatchState
from walkalong.people.models import Person

WORDS = Path(__file__).parent / "demo.toml"


def load(people: Mapping[str, Person]) -> None:
    """Fill the rooms of the demo's matches; one mentor has their companion on.

    `people` is what people.demo.load() answers.
    """
    for mentee, said in tomllib.loads(WORDS.read_text(encoding="utf-8")).items():
        current = (match for match in matches_of(people[mentee]) if match.state == MatchState.ACTIVE)
        match = next(current, None)
        if match is not None and not Message.objects.filter(match=match).exists():
            _say(match, said)
    if not CompanionChoice.objects.filter(person=people["mentor"]).exists():
        choose_companion(by=people["mentor"], on=True)


def _say(match: Match, said: list[dict[str, Any]]) -> None:
    last: Message | None = None
    for one in said:
        last = send_message(
            by=match.mentee if one["by"] == "mentee" else match.mentor,
            match=match,
            body=one["words"],
            client_id=uuid4(),
            reply_to=last.pk if last is not None and one.get("answers") else None,
        )
        last.created_at = datetime.combine(_day_of(match, one), one["at"], UTC)
        last.save(update_fields=["created_at"])
    for person in (match.mentee, match.mentor):
        read = {"seq": len(said), "told_seq": len(said)}
        LastRead.objects.update_or_create(match=match, person=person, defaults=read)


def _day_of(match: Match, one: dict[str, Any]) -> date:
    if "day" in one:
        return match.started_on + timedelta(days=one["day"])
    return timezone.now().date() - timedelta(days=one["days"])
