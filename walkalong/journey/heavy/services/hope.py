"""Putting something into a hope box, one's own or the other's, and taking it out."""

from datetime import timedelta
from uuid import UUID

from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from walkalong.foundation.crypto import media
from walkalong.foundation.ids import uuid7
from walkalong.foundation.pictures import CONTENT_TYPE, CannotDraw, SafePicture, made_safe
from walkalong.journey.heavy.errors import NotNow, NotTaken
from walkalong.journey.heavy.kinds import GIVEN_KINDS, HopeKind
from walkalong.journey.heavy.models import HopeItem
from walkalong.journey.heavy.notice_kinds import HOPE_GIVEN
from walkalong.journey.heavy.rules import may_remove_item, may_tell
from walkalong.journey.heavy.services.saying import is_active_person
from walkalong.matching.models import Match
from walkalong.matching.queries import other_member
from walkalong.matching.rules import is_member
from walkalong.notices.services import notify
from walkalong.people.access import require
from walkalong.people.models import Person
from walkalong.people.pace import too_many_pictures

MOST_GIVEN_IN_A_DAY = 50


def put_into_hope_box(
    *,
    by: Person,
    kind: HopeKind,
    words: str,
    picture: bytes | None = None,
    given_in: Match | None = None,
    press_id: UUID,
) -> HopeItem:
    """Keep something for heavy days, for oneself, or in the box of the other of a match.

    `picture` is a file as it was uploaded. A second press of the same form answers what is already there.
    Raises NotTaken with a sentence to show, NotNow when nothing can be given in this match.
    """
    require(is_active_person, by)
    if given_in is not None:
        require(is_member, by, given_in, else_404=True)
        if kind not in GIVEN_KINDS:
            raise NotTaken(_("A letter is from somebody to themselves."))
    safe = _made_safe(by, picture) if picture is not None else None
    if (kind == HopeKind.PICTURE) != (safe is not None) or (safe is None and not words.strip()):
        raise NotTaken(_("There is nothing here to keep yet."))
    try:
        with transaction.atomic():
            return _put(by, kind, words, safe, given_in, press_id)
    except IntegrityError:
        earlier = HopeItem.objects.filter(giver=by, press_id=press_id).first()
        if earlier is None:
            raise
        return earlier


@transaction.atomic
def remove_from_hope_box(*, by: Person, item: HopeItem) -> None:
    """Gone for good, for both: its owner need not keep it, and who gave it may take it back."""
    require(may_remove_item, by, item, else_404=True)
    if item.media_id is not None:
        media.erase(item.media_id)
    HopeItem.objects.filter(pk=item.pk).delete()


def _put(
    by: Person,
    kind: HopeKind,
    words: str,
    picture: SafePicture | None,
    given_in: Match | None,
    press_id: UUID,
) -> HopeItem:
    owner = by
    if given_in is not None:
        found = Match.objects.select_for_update(of=("self",), no_key=True)
        given_in = found.select_related("mentee", "mentor").get(pk=given_in.pk)
        if not may_tell(by, given_in):
            raise NotNow
        _not_too_many(by, given_in, press_id)
        owner = other_member(given_in, by)
    item = HopeItem(
        owner=owner, giver=by, match=given_in, kind=kind, words=words, press_id=press_id,
        put_in_at=timezone.now(),
    )  # fmt: skip
    if picture is not None:
        item.media_id, item.width, item.height = uuid7(), picture.width, picture.height
    item.save(force_insert=True)
    if picture is not None and item.media_id is not None:
        media.write(
            scope=item.words_scope, media_id=item.media_id, data=picture.data, content_type=CONTENT_TYPE
        )
    if given_in is not None:
        url = reverse("journey:hope_between", args=[given_in.pk])
        notify(person=owner, kind=HOPE_GIVEN, url=url, key=f"hope:{given_in.pk}")
    return item


def _not_too_many(by: Person, given_in: Match, press_id: UUID) -> None:
    since = timezone.now() - timedelta(days=1)
    given = HopeItem.objects.filter(match=given_in, giver=by, put_in_at__gte=since)
    if given.exclude(press_id=press_id).count() >= MOST_GIVEN_IN_A_DAY:
        raise NotTaken(
            _("You gave a great deal today. Keep this one for tomorrow, or say it in the conversation.")
        )


def _made_safe(by: Person, upload: bytes) -> SafePicture:
    if too_many_pictures(by):
        raise NotTaken(
            _("Those were many pictures at once. Please wait a minute, then choose this one again.")
        )
    try:
        return made_safe(upload)
    except CannotDraw as refused:
        raise NotTaken(refused.kind) from None
