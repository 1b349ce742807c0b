"""The states of a request to talk to a person, and which may follow which. Only a human moves it on."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class RequestState(models.TextChoices):
    RECEIVED = "received", _("Received")
    TAKEN = "taken", _("Somebody has it")
    CLOSED = "closed", _("Closed")


# TAKEN may follow TAKEN: a colleague takes over
TRANSITIONS: dict[RequestState, frozenset[RequestState]] = {
    RequestState.RECEIVED: frozenset({RequestState.TAKEN}),
    RequestState.TAKEN: frozenset({RequestState.TAKEN, RequestState.CLOSED}),
    RequestState.CLOSED: frozenset(),
}


class IllegalTransition(Exception):
    """A request cannot go from the one state to the other."""


def require_transition(current: str, wanted: RequestState) -> None:
    """Raise IllegalTransition unless `wanted` may follow `current`."""
    if wanted not in TRANSITIONS[RequestState(current)]:
        raise IllegalTransition(f"{current} -> {wanted.value}")
