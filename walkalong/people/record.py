"""The record about oneself, in plain words. A verb of another room is told by that room's own sentence."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import groupby

from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from walkalong.foundation.audit.models import AuditEvent
from walkalong.people import documents
from walkalong.people.models import MadeSure, Person, Role, ShownTo

Sentence = str | Promise | Callable[[AuditEvent], str]


@dataclass(frozen=True)
class Line:
    at: datetime
    words: str
    who: str
    reason: str
    times: int = 1


def _role(event: AuditEvent) -> str:
    held = str(event.detail.get("role", ""))
    return str(Role(held).label) if held in Role.values else held


def _document(event: AuditEvent) -> str:
    name = str(event.detail.get("document", ""))
    return str(documents.TITLES.get(name, name))


_MADE_SURE = {
    MadeSure.MET: _("They wrote down that they met you in person."),
    MadeSure.SPOKE: _(
        "They wrote down that the two of you spoke, and that they know your voice or your face."
    ),
    MadeSure.CALLED: _("They wrote down that they called you on a number the programme already had."),
    MadeSure.VOUCHED: _("They wrote down that somebody else on staff knows that it was you."),
}


def _second_step_removed(event: AuditEvent) -> str:
    """By oneself, or by staff, who say how they made sure who asked."""
    removed = str(_("Your second step at sign-in was removed."))
    made_sure = str(event.detail.get("made_sure", ""))
    return f"{removed} {_MADE_SURE[MadeSure(made_sure)]}" if made_sure in MadeSure.values else removed


def _about_me_shown(event: AuditEvent) -> str:
    return _shown(event, _("You chose who sees what you say about yourself: %(who)s"))


def _picture_shown(event: AuditEvent) -> str:
    return _shown(event, _("You chose who sees your picture: %(who)s"))


def _shown(event: AuditEvent, sentence: str | Promise) -> str:
    to = str(event.detail.get("to", ""))
    who = [str(ShownTo(to).label)] if to in ShownTo.values else []
    if event.detail.get("introduction"):
        who.append(str(_("in an introduction to somebody you might walk with")))
    return str(sentence) % {"who": "; ".join(who)}


_sentences: dict[str, Sentence] = {
    "people.joined": _("You came in."),
    "people.programme_set_up": _("You set up the programme."),
    "people.role_granted": lambda event: str(_("You were given a role: %(role)s.") % {"role": _role(event)}),
    "people.role_ended": lambda event: str(_("A role of yours ended: %(role)s.") % {"role": _role(event)}),
    "people.deactivated": _("Your account was closed."),
    "people.reactivated": _("Your account was opened again."),
    "people.email_changed": _("Your e-mail address was changed."),
    "people.second_factor_set_up": _("You set up a second step at sign-in."),
    "people.second_factor_removed": _second_step_removed,
    "people.sign_in_link_made": _("Whoever runs the server made a link to sign you in."),
    "people.sign_in_link_used": _("You signed in with a link of whoever runs the server."),
    "people.signed_out_everywhere": _("You were signed out everywhere."),
    "people.agreed": lambda event: str(_("You agreed: %(document)s.") % {"document": _document(event)}),
    "people.agreement_withdrawn": lambda event: str(
        _("You took back your agreement: %(document)s.") % {"document": _document(event)}
    ),
    "people.facts_sealed": _("You kept, sealed, where you are and whom to call."),
    "people.facts_removed": _("You removed where you are and whom to call."),
    "people.about_me_shown": _about_me_shown,
    "people.picture_shown": _picture_shown,
    "people.picture_removed": _("You removed your picture."),
}


_by_either: set[str] = set()


def register(sentences: dict[str, Sentence], *, by_either: bool = False) -> None:
    """Rooms above tell here what their own verbs mean to the person they are about.

    `by_either`: the act may be the other member's as well as the programme's, and it is not told whose.
    """
    _sentences.update(sentences)
    if by_either:
        _by_either.update(sentences)


def lines(events: Iterable[AuditEvent], *, reader: Person, names: Mapping[str, str]) -> list[Line]:
    """`names`: of people of the programme, by pseudonym. The same done again at once stands in one line."""
    told = [_line(event, reader, names) for event in events]
    together = groupby(
        told, key=lambda line: (line.words, line.who, line.reason, timezone.localdate(line.at))
    )
    return [replace(alike[0], times=len(alike)) for alike in (list(group) for _key, group in together)]


def _line(event: AuditEvent, reader: Person, names: Mapping[str, str]) -> Line:
    sentence = _sentences.get(event.verb, _("Something about your account was recorded."))
    words = sentence(event) if callable(sentence) else str(sentence)
    return Line(at=event.at, words=words, who=_who(event, reader, names), reason=event.reason)


def _who(event: AuditEvent, reader: Person, names: Mapping[str, str]) -> str:
    if event.actor is None:
        return str(_("The programme, by itself"))
    if event.actor == str(reader.pseudonym):
        return str(_("You"))
    if event.verb in _by_either:
        return str(_("Somebody else"))
    if name := names.get(event.actor):
        return str(_("%(name)s, of the programme") % {"name": name})
    return str(_("Somebody of the programme"))
