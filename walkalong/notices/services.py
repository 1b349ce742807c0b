"""Telling people that there is something, and letting them choose how they hear of it."""

from collections.abc import Iterable
from datetime import timedelta
from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme

from walkalong.notices import kinds, queries, silences
from walkalong.notices.models import Mail, Notice, NoticeChoice
from walkalong.people.models import Person

KEPT_AFTER_SEEN = timedelta(days=30)
KEPT_AT_MOST = timedelta(days=180)


def notify(*, person: Person, kind: str, url: str, key: str = "") -> Notice | None:
    """Tell `person` that there is something of this kind at `url` (a path of ours).

    A key makes it idempotent while unseen: a second call with the same kind and key changes nothing and
    answers None. None also for somebody deactivated and for a notice that a room has silenced.
    Raises KeyError for an unknown kind and ValueError for an address that is not a path of ours.
    """
    if not _is_our_path(url):
        raise ValueError("A notice leads to a path of ours.")
    known = kinds.get(kind)
    if not person.is_active or silences.silent(person, kind, url):
        return None
    by_mail = known.email and settings.MAIL_CONFIGURED and queries.choice_of(person).email
    fields = {"url": url, "mail": Mail.WAITING if by_mail else Mail.NONE}
    if not key:
        return Notice.objects.create(person=person, kind=kind, **fields)
    # get_or_create takes its own savepoint, so that two at once leave one notice and no broken transaction
    notice, made = Notice.objects.get_or_create(
        person=person, kind=kind, key=key, seen_at=None, defaults=fields
    )
    return notice if made else None


def notify_many(*, people: Iterable[Person], kind: str, url: str, key: str = "") -> int:
    """Tell several people the same; answers how many were told anew."""
    with transaction.atomic():
        return sum(notify(person=person, kind=kind, url=url, key=key) is not None for person in people)


def mark_seen(
    *,
    person: Person,
    kind: str | None = None,
    key: str | None = None,
    url: str | None = None,
) -> int:
    """Mark this person's unseen notices that fit all given marks as seen; all of them when none is given.

    An e-mail that has not left yet is then not needed any more. Answers how many were marked.
    """
    wanted = {"kind": kind, "key": key, "url": url}
    fitting = queries.unseen_of(person).filter(**{name: value for name, value in wanted.items() if value})
    now = timezone.now()
    with transaction.atomic():
        fitting.filter(mail=Mail.WAITING).update(mail=Mail.NONE, mail_moved_at=now)
        return fitting.update(seen_at=now)


def forget_what_rests(*, people: Iterable[Person], about: UUID) -> int:
    """Delete these people's notices that lead to this thing and may not reach them any more."""
    leading = Notice.objects.filter(person__in=list(people), url__contains=str(about)).select_related(
        "person"
    )
    resting = [each.pk for each in leading if silences.silent(each.person, each.kind, each.url)]
    return Notice.objects.filter(pk__in=resting).delete()[0]


def choose_email(*, by: Person, email: bool) -> None:
    """Switch e-mail about notices on or off, at once: what waits is dropped when switched off."""
    with transaction.atomic():
        NoticeChoice.objects.update_or_create(person=by, defaults={"email": email})
        if not email:
            Notice.objects.filter(person=by, mail=Mail.WAITING).update(
                mail=Mail.NONE, mail_moved_at=timezone.now()
            )


def drop_old_notices() -> int:
    """Notices are no archive: seen ones go after a month, forgotten ones after half a year."""
    now = timezone.now()
    seen, _ = Notice.objects.filter(seen_at__lt=now - KEPT_AFTER_SEEN).delete()
    forgotten, _ = Notice.objects.filter(created_at__lt=now - KEPT_AT_MOST).delete()
    return seen + forgotten


def _is_our_path(url: str) -> bool:
    return url.startswith("/") and url_has_allowed_host_and_scheme(url, allowed_hosts=None)
