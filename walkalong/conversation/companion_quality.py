"""What the last measuring of the companion found, in words for the page about it."""

import json
from functools import cache
from typing import Any

from django.utils.functional import Promise
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from walkalong.companion.quality import RESULT
from walkalong.companion.quality.chart import calibration_svg

LABELS: dict[str, Promise] = {
    "SHOW_UP": _("Being there"),
    "ASK_FEELING": _("Asking how it feels"),
    "SHARED_STORY": _("A short story of one's own"),
    "CELEBRATE": _("Noticing a step"),
    "CHEER_HOPE": _("Cheering on"),
    "RECALL_STRENGTH": _("Remembering a strength"),
    "VALIDATE": _("Saying back what was heard"),
    "NO_PRESSURE": _("Taking pressure off"),
    "HAND_BACK": _("Handing the choice back"),
    "ADVISE": _("Telling what to do"),
    "COACH": _("Goals, plans, checking up"),
    "CLINICIAN": _("Speaking as a clinician"),
    "TOUGH_LOVE": _("Confronting or blaming"),
    "MINIMISE": _("Making it smaller"),
    "NEUTRAL": _("Ordinary talk"),
    "SAFETY_CARE": _("Care for safety"),
}
KINDS: dict[str, Promise] = {
    "minimum": _("Plain cases"),
    "near-miss": _("Near misses"),
    "invariance": _("Typed differently"),
    "negation": _("With a “not”"),
    "contrast": _("Alike in words, not in what they do"),
    "directional": _("More over than the other"),
    "context": _("After what the mentee wrote"),
    "quiet": _("Where it must be silent"),
    "hand": _("Another hand, the same sentence"),
    "names": _("Other names and places"),
    "framing": _("Small words around it"),
    "topics": _("Other topics"),
}
READERS: dict[str, Promise] = {
    "words": _("Its word lists alone"),
    "both": _("Word lists and trained model"),
}
MOST_WRONG = 6


@cache
def measured() -> dict[str, Any] | None:
    """The figures as they were written at the last release, or None when they are missing."""
    try:
        found: dict[str, Any] = json.loads(RESULT.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    return found


def page() -> dict[str, Any]:
    found = measured()
    if found is None:
        return {"found": None}
    own = found["own"]
    wrong = own["wrong"]
    return {
        "found": found,
        "flags": [{"name": LABELS[name], **_shares(each)} for name, each in own["flags"]["by_label"].items()],
        "flags_together": _shares(own["flags"]),
        "labels": [
            {"name": LABELS[name], **_shares(own["labels"][name])} for name in LABELS if name in own["labels"]
        ],
        "calibration": [_shares(each) for each in own["calibration"]],
        "plot": _plot(own["calibration"]),
        "confusion": _confusion(own["confusion"]),
        "checks": [
            {"name": KINDS.get(kind, kind), **each} for kind, each in found["checks"]["kinds"].items()
        ],
        "feelings": _feelings(found.get("feelings")),
        "shown_wrongly": [_example(each) for each in wrong["shown"][:MOST_WRONG]],
        "missed": [_example(each) for each in wrong["missed"][:MOST_WRONG]],
    }


SHARES = ("precision", "recall", "given", "found")


def _shares(figures: dict[str, Any]) -> dict[str, Any]:
    """Shares as people say them: of a hundred."""
    return {key: f"{value:.0%}" if key in SHARES else value for key, value in figures.items()}


def _plot(bins: list[dict[str, float]]) -> SafeString:
    return mark_safe(  # noqa: S308 - numbers, and words that chart.py escapes
        calibration_svg(
            bins,
            title=gettext("How sure it is, and how often it is right"),
            given=gettext("how sure it was"),
            found=gettext("how often it was so"),
        )
    )


def _confusion(pairs: dict[str, dict[str, int]]) -> list[dict[str, Any]]:
    """For each label what it is read as most often when it is misread; the whole table stands in the docs."""
    rows = []
    for name in LABELS:
        read = pairs.get(name, {})
        total = sum(read.values())
        others = sorted(((count, other) for other, count in read.items() if other != name), reverse=True)
        rows.append(
            {
                "name": LABELS[name],
                "total": total,
                "right": read.get(name, 0),
                "others": [{"name": LABELS[other], "count": count} for count, other in others[:3]],
            }
        )
    return rows


def _feelings(found: dict[str, Any] | None) -> list[dict[str, Any]]:
    return (
        [{"name": name, **_shares(found["readers"][key])} for key, name in READERS.items()] if found else []
    )


def _example(each: dict[str, Any]) -> dict[str, Any]:
    return {"text": each["text"], "label": LABELS[each["label"]], "read": LABELS[each["read"]]}
