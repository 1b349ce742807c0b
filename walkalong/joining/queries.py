"""Reading the programme's words: the latest version of each document, else the shipped one."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import OuterRef, QuerySet, Subquery
from django.http import Http404

from walkalong.joining import shapes, shipped
from walkalong.joining.models import ContentVersion
from walkalong.people.models import Person


@dataclass(frozen=True)
class Content:
    """A document as it stands now."""

    name: str
    number: int  # 0: as shipped
    words: str
    in_use: bool = True
    changed_by: Person | None = None
    changed_at: datetime | None = None

    @property
    def title(self) -> str:
        return shapes.title_of(self.words)

    @property
    def kind(self) -> shapes.Kind:
        return shapes.kind_of(self.name)


def content(name: str) -> Content:
    """One document, in one query; Http404 when there is none of that name."""
    latest = versions_of(name).first()
    if latest is not None:
        return _as_content(latest)
    return _as_shipped(name)


def content_at(name: str, number: int) -> Content:
    """The document as it stood at that version; 0 is the shipped one."""
    if number == 0:
        return _as_shipped(name)
    version = versions_of(name).filter(number=number).first()
    if version is None:
        raise Http404
    return _as_content(version)


def versions_of(name: str) -> QuerySet[ContentVersion]:
    """The latest first, with who changed it."""
    return ContentVersion.objects.filter(name=name).select_related("changed_by").order_by("-number")


def all_content(kind: shapes.Kind | None = None) -> list[Content]:
    """Every document: the shipped ones in their order, then what staff added, the oldest first."""
    newest = ContentVersion.objects.filter(name=OuterRef("name")).order_by("-number").values("number")[:1]
    found = ContentVersion.objects.filter(number=Subquery(newest)).select_related("changed_by")
    first = ContentVersion.objects.filter(name=OuterRef("name"), number=1).values("changed_at")[:1]
    kept = {
        version.name: version for version in found.annotate(added=Subquery(first)).order_by("added", "id")
    }
    names = [*shipped.names(), *(name for name in kept if name not in shipped.names())]
    return [
        _as_content(kept[name]) if name in kept else _as_shipped(name)
        for name in names
        if kind is None or shapes.kind_of(name) == kind
    ]


def page(name: str) -> shapes.Page:
    """A page of the guide, ready to be shown."""
    return shapes.page(content(name).words)


def situations() -> list[tuple[str, shapes.Situation]]:
    """The everyday situations in use, with their names."""
    found = all_content(shapes.Kind.SITUATION)
    return [(each.name, shapes.situation(each.words)) for each in found if each.in_use]


def stages() -> list[tuple[Content, shapes.YearStage]]:
    """The year's stages in their order, and last what is normal after it."""
    return [(each, _stage(each)) for each in all_content(shapes.Kind.STAGE)]


def month_words(stage_number: int, month: int) -> shapes.MonthWords:
    """What is normal in this month of this stage, both counted from 1."""
    prefix = f"{shapes.Kind.STAGE}-{stage_number}-"
    return _stage(content(next(name for name in shipped.names() if name.startswith(prefix)))).months[
        month - 1
    ]


def _stage(found: Content) -> shapes.YearStage:
    read = shapes.read(found.name, found.words)
    assert isinstance(read, shapes.YearStage)
    return read


def _as_content(version: ContentVersion) -> Content:
    return Content(
        version.name, version.number, version.words, version.in_use, version.changed_by, version.changed_at
    )


def _as_shipped(name: str) -> Content:
    words = shipped.words_of(name)
    if words is None:
        raise Http404
    return Content(name, 0, words)
