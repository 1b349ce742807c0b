"""Reading notices."""

from datetime import timedelta
from uuid import UUID

from django.db.models import QuerySet
from django.utils import timezone

from walkalong.foundation.prepared import Prepared
from walkalong.notices.models import Mail, Notice, NoticeChoice
from walkalong.people.models import Person


def unseen_of(person: Person) -> QuerySet[Notice]:
    return Notice.objects.filter(person=person, seen_at=None)


def has_unseen(person: Person) -> bool:
    """Asked by every page."""
    return bool(_an_unseen(person=person.pk))


_an_unseen = Prepared(
    lambda person: Notice.objects.filter(person=person, seen_at=None).values_list("pk")[:1], person=UUID
)


def latest_of(person: Person, at_most: int = 50) -> list[Notice]:
    return list(Notice.objects.filter(person=person).order_by("-created_at", "-id")[:at_most])


def choice_of(person: Person) -> NoticeChoice:
    """Somebody who never chose gets an unsaved row with the defaults."""
    return NoticeChoice.objects.filter(person=person).first() or NoticeChoice(person=person)


def mail_failures(within: timedelta = timedelta(days=7)) -> int:
    """E-mails that could not be sent, or failed at least twice, in these days: for `doctor`."""
    recent = Notice.objects.filter(created_at__gt=timezone.now() - within)
    return (
        recent.filter(mail=Mail.FAILED).count() + recent.filter(mail=Mail.WAITING, mail_tries__gte=2).count()
    )
