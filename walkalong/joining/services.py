"""Changing the programme's words. Every version is kept, and the record says who kept it and when."""

from django.db import IntegrityError, transaction
from django.utils.text import slugify

from walkalong.foundation.audit.services import record
from walkalong.foundation.ids import uuid7
from walkalong.joining import queries, shapes
from walkalong.joining.errors import ChangedMeanwhile
from walkalong.joining.models import ContentVersion
from walkalong.joining.rules import may_change_words
from walkalong.people import access
from walkalong.people.models import Person

NAME_LENGTH = 48


def change_words(
    *, by: Person, name: str, words: str, since: int, in_use: bool | None = None
) -> queries.Content:
    """Keep new words for a document, made from version `since`; the same words again change nothing.

    Raises ChangedMeanwhile when somebody else kept a version after `since`, ValidationError when the words
    could not be shown.
    """
    access.require(may_change_words, by)
    shapes.read(name, words)
    now = queries.content(name)
    wanted = now.in_use if in_use is None else in_use
    if now.words == words and now.in_use == wanted:
        return now
    if now.number != since:
        raise ChangedMeanwhile(now)
    try:
        return _keep(by=by, name=name, number=since + 1, words=words, in_use=wanted)
    except IntegrityError:
        # the other was faster by less than this function takes
        raise ChangedMeanwhile(queries.content(name)) from None


@transaction.atomic
def add_situation(*, by: Person, words: str) -> queries.Content:
    """Keep an everyday situation of the programme's own. The same words pressed twice stand once."""
    access.require(may_change_words, by)
    Person.objects.select_for_update(no_key=True).get(pk=by.pk)  # two presses at once take turns
    for standing in queries.all_content(shapes.Kind.SITUATION):
        if standing.in_use and standing.words == words:
            return standing
    title = shapes.situation(words).title
    readable = slugify(title)[:NAME_LENGTH].strip("-")
    # the last letters of an id are chance: two situations of one title stay two
    name = "-".join(filter(None, (shapes.Kind.SITUATION.value, readable, uuid7().hex[-6:])))
    return _keep(by=by, name=name, number=1, words=words, in_use=True)


def put_away(*, by: Person, name: str, since: int) -> queries.Content:
    """Show a situation to nobody any more. Its words and versions stay, and it can come back."""
    return change_words(by=by, name=name, words=_situation(name).words, since=since, in_use=False)


def bring_back(*, by: Person, name: str, since: int) -> queries.Content:
    return change_words(by=by, name=name, words=_situation(name).words, since=since, in_use=True)


def go_back(*, by: Person, name: str, number: int, since: int) -> queries.Content:
    """Let an earlier version stand again, as a new one."""
    return change_words(by=by, name=name, words=queries.content_at(name, number).words, since=since)


def _situation(name: str) -> queries.Content:
    found = queries.content(name)
    if found.kind != shapes.Kind.SITUATION:
        raise ValueError("Only a situation can be put away: the other pages are linked to.")
    return found


@transaction.atomic
def _keep(*, by: Person, name: str, number: int, words: str, in_use: bool) -> queries.Content:
    ContentVersion.objects.create(name=name, number=number, words=words, in_use=in_use, changed_by=by)
    record(verb="joining.words_changed", actor=str(by.pseudonym), detail={"name": name, "version": number})
    return queries.content(name)
