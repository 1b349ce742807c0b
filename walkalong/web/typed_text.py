"""Words typed into a page whose session has ended, or whose token is stale, are shown back, never lost.

A form that holds somebody's words carries `{% typed_by "body" %}`: a signed stamp of who types it and
which fields hold words. When such a form arrives without a session, or with a stale token, the answer is
a page with the words in it and a fresh form. The words live in that page alone: nothing is stored on the
server.

Nothing is ever sent as somebody else: a stamp of another person is refused, and only a stamp of the
present person brings a form back, because a form that a strange site posted here must not come back
ready to be sent.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.core import signing
from django.http import HttpRequest, UnreadablePostError

STAMP_FIELD = "typed_by"
_SALT = "walkalong.web.typed_text"
_NEVER_KEPT = ("csrfmiddlewaretoken", STAMP_FIELD)


@dataclass(frozen=True)
class KeptField:
    name: str
    value: str


@dataclass(frozen=True)
class Kept:
    author: str | None  # primary key of who typed, when the stamp is ours
    words: list[KeptField]
    others: list[KeptField]
    had_files: bool

    def may_be_sent_by(self, person: Any) -> bool:
        return self.author is not None and person.is_authenticated and str(person.pk) == self.author


def stamp(person: Any, fields: Iterable[str]) -> str:
    """Sign who types and which fields hold words. Signed out, the stamp names nobody."""
    author = str(person.pk) if person.is_authenticated else ""
    return signing.dumps({"author": author, "fields": list(fields)}, salt=_SALT)


def is_stamped(request: HttpRequest) -> bool:
    try:
        return STAMP_FIELD in request.POST
    except UnreadablePostError:
        return False


def kept_from(request: HttpRequest) -> Kept | None:
    """What was typed; None when the form bears no stamp of ours."""
    try:
        posted = request.POST
        seal = signing.loads(posted.get(STAMP_FIELD, ""), salt=_SALT)
    except (signing.BadSignature, UnreadablePostError):
        return None
    words: list[KeptField] = []
    others: list[KeptField] = []
    for name, values in posted.lists():
        if name in _NEVER_KEPT:
            continue
        for value in map(str, values):  # a field left empty comes along, but is no words to show
            shown = name in seal["fields"] and value.strip()
            (words if shown else others).append(KeptField(name, value))
    return Kept(author=seal["author"] or None, words=words, others=others, had_files=bool(request.FILES))
