"""The states of a match, and which may follow which."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class MatchState(models.TextChoices):
    ACTIVE = "active", _("Walking together")
    PAUSED = "paused", _("Taking a pause")
    ENDED = "ended", _("Ended")


class EndKind(models.TextChoices):
    YEAR_COMPLETE = "year_complete", _("The year is complete")
    MOVED_ON = "moved_on", _("Moved on")
    CHANGED_MENTOR = "changed_mentor", _("Changed mentor")
    UNREACHABLE = "unreachable", _("Could not be reached")
    MISCONDUCT = "misconduct", _("Misconduct")
    LEFT = "left", _("One of them left")
    STOPPED = "stopped", _("Contact was stopped")
    DEACTIVATED = "deactivated", _("An account was closed")


TRANSITIONS: dict[MatchState, frozenset[MatchState]] = {
    MatchState.ACTIVE: frozenset({MatchState.PAUSED, MatchState.ENDED}),
    MatchState.PAUSED: frozenset({MatchState.ACTIVE, MatchState.ENDED}),
    MatchState.ENDED: frozenset(),
}


class IllegalTransition(Exception):
    """A match cannot go from the one state to the other."""

    def __init__(self, current: MatchState, wanted: MatchState) -> None:
        super().__init__(f"{current.value} -> {wanted.value}")
        self.current = current
        self.wanted = wanted


def require_transition(current: str, wanted: MatchState) -> None:
    """Raise IllegalTransition unless `wanted` may follow `current`."""
    if wanted not in TRANSITIONS[MatchState(current)]:
        raise IllegalTransition(MatchState(current), wanted)
