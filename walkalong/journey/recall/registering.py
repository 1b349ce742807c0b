"""What being reminded brings to the rooms below."""

from typing import Any

from django.db.models.signals import post_delete, post_save
from django.utils.translation import gettext_lazy as _

from walkalong.foundation.audit.models import AuditEvent
from walkalong.journey.recall.memory import memory
from walkalong.journey.recall.provider import RecalledSteps
from walkalong.journey.steps.models import Step
from walkalong.matching import strengths
from walkalong.people import record


def register() -> None:
    strengths.register(RecalledSteps())
    record.register({"journey.recall_chosen": _chosen})
    for signal in (post_save, post_delete):
        signal.connect(_forget, sender=Step, dispatch_uid=f"recall forgets {id(signal)}")


def _forget(sender: object, instance: Step, **kwargs: Any) -> None:
    memory.forget(instance.owner_id, instance.pk)


def _chosen(event: AuditEvent) -> str:
    if not event.detail.get("for_me"):
        return str(_("You chose that your past steps are not brought back to you, nor to anybody."))
    if event.detail.get("for_other"):
        return str(
            _("You agreed that past steps come back to you, and to whom you walk with those you show them.")
        )
    return str(_("You agreed that past steps come back to you, and to nobody else."))
