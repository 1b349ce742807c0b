"""Small questions for who answers a step: to say what one saw. Never what comes next."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from walkalong.journey.steps.kinds import Kind
from walkalong.journey.steps.models import Step

Prompts = tuple[str | Promise, ...]

_SEEN: Prompts = (
    _("What did you see in them when you read this?"),
    _("What touched you about it?"),
    _("What do you know of what it took?"),
)
_HARD: Prompts = (
    _("What do you hear in these words?"),
    _("What would you like them to know while it is hard?"),
    _("Is there something in how they carry it that moves you?"),
)
_FROM_HERE: Prompts = (
    _("What have you seen grow?"),
    _("When did you notice that they could?"),
    _("How does it feel to read this?"),
)


def prompts_for(step: Step) -> Prompts:
    return {Kind.HARD.value: _HARD, Kind.FROM_HERE.value: _FROM_HERE}.get(step.kind, _SEEN)
