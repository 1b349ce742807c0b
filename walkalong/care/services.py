"""Staying in touch with each side on their own, and keeping the log of it."""

from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from walkalong.care.models import Answer, Contact, ContactKind
from walkalong.care.queries import contacts_with, open_question
from walkalong.care.rules import may_answer, may_look_after
from walkalong.matching.models import Match
from walkalong.notices.services import mark_seen, notify
from walkalong.people.access import require
from walkalong.people.models import Person


@transaction.atomic
def ask_how_they_are(*, by: Person, match: Match, member: Person, words: str = "") -> tuple[Contact, bool]:
    """Let one side know that their ambassador would like to hear from them; False if already asked.

    One open question at a time: nobody is pressed. `words` are sealed, for this person alone.
    """
    match = _held(match)
    require(may_look_after, by, match, else_404=True)
    already = open_question(match, member)
    if already is not None:
        return already, False
    contact = Contact.objects.create(
        match=match, member=member, ambassador=by, kind=ContactKind.ASKED, words=words
    )
    url = reverse("care:answer", args=[contact.id])
    notify(person=member, kind="care.asked", url=url, key=str(contact.id))
    return contact, True


@transaction.atomic
def log_talk(*, by: Person, match: Match, member: Person) -> Contact:
    """Note that the ambassador and this side talked today. Pressed twice on one day it is one entry."""
    match = _held(match)
    require(may_look_after, by, match, else_404=True)
    day = timezone.localdate()
    latest = contacts_with(by, match, member).filter(kind=ContactKind.TALKED).first()
    if latest is not None and timezone.localdate(latest.at) == day:
        return latest
    return Contact.objects.create(match=match, member=member, ambassador=by, kind=ContactKind.TALKED)


@transaction.atomic
def answer_question(*, by: Person, contact: Contact, answer: Answer, words: str = "") -> Contact:
    """Answer one's ambassador. Another answer replaces the first: one may have changed one's mind."""
    contact = (
        Contact.objects.select_for_update(of=("self",), no_key=True)
        .select_related("ambassador")
        .get(pk=contact.pk)
    )
    require(may_answer, by, contact, else_404=True)
    contact.answer, contact.answer_words, contact.answered_at = answer, words, timezone.now()
    contact.save(update_fields=["answer", "answer_words", "answered_at"])
    mark_seen(person=by, kind="care.asked", key=str(contact.id))
    url = reverse("care:contact", args=[contact.match_id, contact.member_id])
    notify(person=contact.ambassador, kind="care.answered", url=url, key=str(contact.id))
    return contact


def _held(match: Match) -> Match:
    """The match as it is now; the lock makes a button pressed twice take turns with itself."""
    return Match.objects.select_for_update(no_key=True).get(pk=match.pk)
