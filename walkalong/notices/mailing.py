"""E-mails that say there is something: one for each quiet while, in the reader's language, naming nobody.

What is due is a query; a round that runs twice, or dies in the middle, does no harm.
"""

import logging
from datetime import datetime, timedelta
from email.utils import formataddr, parseaddr
from uuid import UUID

from django.conf import settings
from django.core import signing
from django.core.mail import EmailMessage
from django.db import transaction
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from walkalong.notices import kinds, silences
from walkalong.notices.models import Mail, Notice, NoticeChoice
from walkalong.people.models import Person

logger = logging.getLogger("walkalong.notices")

QUIET_WHILE = timedelta(hours=1)  # at most one e-mail in this time, but for kinds that go at once
LOST_AFTER = timedelta(minutes=10)  # a sender that died had taken these notices: they wait again
TRIES = 6
PEOPLE_A_ROUND = 50
_SALT = "walkalong.notices.off"


def send_what_is_due() -> int:
    """One round: a person at a time, stopping at the first failure a dead server is not waited for twice.

    Answers how many e-mails left.
    """
    if not settings.MAIL_CONFIGURED:
        return 0
    sent = 0
    for person in Person.objects.filter(pk__in=_who_waits()[:PEOPLE_A_ROUND]):
        notices = _take(person)
        if not notices:
            continue
        try:
            message_for(person, notices).send()
        except Exception as error:  # whatever a mail server may do: it is tried again, and doctor shows it
            _put_back(notices, error)
            break
        _settle(notices, Mail.SENT)
        sent += 1
    return sent


def message_for(person: Person, notices: list[Notice]) -> EmailMessage:
    """One message for all of them, in the person's language. Discreet people get the plain name only."""
    with translation.override(person.language):
        known = [kind for kind in (kinds.find(notice.kind) for notice in notices) if kind is not None]
        one = known[0] if len({kind.name for kind in known}) == 1 else None
        name, address = parseaddr(settings.DEFAULT_FROM_EMAIL)
        if person.discreet or one is None:
            subject, words = _("You have something new"), _("You have something new.")
        else:
            subject, words = str(one.email_subject), str(one.email_body)
        sender = _("Notes") if person.discreet else name
        off = settings.SITE_URL + reverse("notices:off", args=[off_token(person)])
        body = "\n\n".join(
            [
                words,
                settings.SITE_URL + reverse("notices:notices"),
                _("You need not answer this e-mail. To get no more of them: %(off)s") % {"off": off},
            ]
        )
    return EmailMessage(
        subject=subject,
        body=body + "\n",
        from_email=formataddr((sender, address)),
        to=[person.email],
        headers={
            "List-Unsubscribe": f"<{off}>",
            "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
            "Auto-Submitted": "auto-generated",
        },
    )


def off_token(person: Person) -> str:
    return signing.dumps(str(person.pk), salt=_SALT, compress=False)


def person_of_token(token: str) -> Person | None:
    try:
        return Person.objects.filter(pk=signing.loads(token, salt=_SALT)).first()
    except signing.BadSignature:
        return None


def _due(now: datetime) -> Q:
    # each try in vain doubles the wait: two minutes, four, eight ...
    waits = [
        Q(mail_tries=tries, mail_moved_at__lte=now - timedelta(minutes=2**tries)) for tries in range(1, TRIES)
    ]
    due = Q(mail_tries=0)
    for wait in waits:
        due |= wait
    return Q(mail=Mail.WAITING) & due | Q(mail=Mail.LEAVING, mail_moved_at__lte=now - LOST_AFTER)


def _who_waits() -> list[UUID]:
    now = timezone.now()
    waiting = Notice.objects.filter(_due(now), seen_at=None).order_by("created_at")
    return list(dict.fromkeys(notice.person_id for notice in waiting.only("person_id")[: PEOPLE_A_ROUND * 4]))


def _take(person: Person) -> list[Notice]:
    """Claim what is due for this person, so that no second worker sends it. Empty when nothing may go now."""
    now = timezone.now()
    with transaction.atomic():
        choice, _made = NoticeChoice.objects.select_for_update().get_or_create(person=person)
        due = list(Notice.objects.select_for_update().filter(_due(now), person=person, seen_at=None))
        wanted = [notice for notice in due if _may_go(person, choice, notice)]
        _settle([notice for notice in due if notice not in wanted], Mail.NONE)
        quiet = choice.last_mailed_at is None or choice.last_mailed_at <= now - QUIET_WHILE
        tried = any(notice.mail_tries for notice in wanted)
        at_once = any((kind := kinds.find(notice.kind)) and kind.at_once for notice in wanted)
        if not wanted or not (quiet or tried or at_once):
            return []
        NoticeChoice.objects.filter(pk=choice.pk).update(last_mailed_at=now)
        _settle(wanted, Mail.LEAVING)
        return wanted


def _may_go(person: Person, choice: NoticeChoice, notice: Notice) -> bool:
    kind = kinds.find(notice.kind)
    return bool(
        kind
        and kind.email
        and choice.email
        and person.is_active
        and not silences.silent(person, notice.kind, notice.url)
    )


def _settle(notices: list[Notice], mail: Mail) -> None:
    Notice.objects.filter(pk__in=[notice.pk for notice in notices]).update(
        mail=mail, mail_moved_at=timezone.now()
    )


def _put_back(notices: list[Notice], error: Exception) -> None:
    now = timezone.now()
    for notice in notices:
        tries = notice.mail_tries + 1
        Notice.objects.filter(pk=notice.pk).update(
            mail=Mail.FAILED if tries >= TRIES else Mail.WAITING,
            mail_tries=tries,
            mail_moved_at=now,
            mail_error=type(error).__name__[:100],
        )
    logger.warning("an e-mail could not be sent", extra={"error": type(error).__name__})
