"""What a story tells the rooms below."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from walkalong.foundation import realtime
from walkalong.foundation.audit.models import AuditEvent
from walkalong.journey.story.card import story_card
from walkalong.journey.story.live import StoryStream
from walkalong.journey.story.queries import current_matches_of
from walkalong.journey.story.services import keep_from_next_ambassador
from walkalong.journey.story.telling import KIND, hint
from walkalong.matching import pair_page
from walkalong.matching.models import Match
from walkalong.matching.signals import ambassador_changed
from walkalong.notices import kinds
from walkalong.people import record, signals
from walkalong.people.models import Person, ShownTo


def register() -> None:
    kinds.register(
        kinds.Kind(
            name=KIND,
            title=_("A piece of a story is there for you"),
            body=_("Somebody chose to show it to you. There is nothing to do about it."),
        )
    )
    record.register(
        {
            "journey.piece_shown": _piece_shown,
            "journey.piece_taken_back": _("You took a piece of your story back: nobody else sees it."),
        }
    )
    realtime.register(StoryStream())
    pair_page.register(story_card, order=60)
    signals.about_me_changed.connect(_on_about_me_changed)
    ambassador_changed.connect(_on_ambassador_changed)


def _piece_shown(event: AuditEvent) -> str:
    to, introduced = event.detail.get("to"), event.detail.get("introduction")
    if to == ShownTo.NOBODY:
        return str(_("You put a piece of your story into introductions."))
    if to == ShownTo.AMBASSADOR:
        words = _("You showed a piece of your story to whom you walk with and to your ambassador.")
    else:
        words = _("You showed a piece of your story to whom you walk with.")
    more = _("It may stand in introductions too.") if introduced else ""
    return f"{words} {more}".strip()


def _on_about_me_changed(sender: object, person: Person, **kwargs: Any) -> None:
    for match in current_matches_of(person):
        hint(match)


def _on_ambassador_changed(sender: object, match: Match, **kwargs: Any) -> None:
    keep_from_next_ambassador(match)
