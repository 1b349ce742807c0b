"""What a reader sees of what somebody says about themselves. Asked at every reading, never kept."""

from dataclasses import dataclass
from enum import Enum
from uuid import UUID

from django.db.models import QuerySet

from walkalong.foundation.crypto.reading import is_readable
from walkalong.people.models import AboutMe, Person, ShownTo


class Reader(Enum):
    """Who looks. Whether somebody is one of these for a person is for `matching` to say."""

    OTHER = "other"
    AMBASSADOR = "ambassador"
    INTRODUCTION = "introduction"


@dataclass(frozen=True)
class About:
    """As a reader sees it; empty where nothing is shown to them."""

    pronouns: str = ""
    languages: str = ""
    interests: str = ""
    picture_id: UUID | None = None

    @property
    def is_empty(self) -> bool:
        return not (self.pronouns or self.languages or self.interests or self.picture_id)


NOTHING = About()
_REACHES = {
    Reader.OTHER: frozenset({ShownTo.OTHER.value, ShownTo.AMBASSADOR.value}),
    Reader.AMBASSADOR: frozenset({ShownTo.AMBASSADOR.value}),
}


def about_me_of(person: Person) -> AboutMe | None:
    """All of it, for its owner alone."""
    return AboutMe.objects.filter(person=person).first()


def pictures_for_the_other() -> QuerySet[AboutMe]:
    """Of everybody, for a query of something else: the same as `as_seen_by` says of a picture."""
    shown = AboutMe.objects.filter(picture_shown_to__in=_REACHES[Reader.OTHER], person__is_active=True)
    return shown.exclude(picture_id=None)


def as_seen_by(reader: Reader, about: AboutMe | None) -> About:
    """What this reader sees of it; nothing by default."""
    if about is None or not is_readable(about):
        return NOTHING
    words = _reaches(reader, about.shown_to, about.in_introduction)
    picture = _reaches(reader, about.picture_shown_to, about.picture_in_introduction)
    return About(
        pronouns=about.pronouns if words else "",
        languages=about.languages if words else "",
        interests=about.interests if words else "",
        picture_id=about.picture_id if picture else None,
    )


def _reaches(reader: Reader, shown_to: str, in_introduction: bool) -> bool:
    if reader is Reader.INTRODUCTION:
        return in_introduction
    return shown_to in _REACHES[reader]
