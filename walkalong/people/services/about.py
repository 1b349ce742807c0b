"""What a person says about themselves, their picture, and who may see which."""

from dataclasses import dataclass

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from walkalong.foundation.audit.services import record
from walkalong.foundation.crypto import media
from walkalong.foundation.ids import uuid7
from walkalong.foundation.pictures import CONTENT_TYPE, CannotDraw, SafePicture, made_safe
from walkalong.people import rules, signals
from walkalong.people.errors import Refused
from walkalong.people.models import AboutMe, Person, ShownTo
from walkalong.people.pace import too_many_pictures

PICTURE_SIDE = 512  # it is never shown larger than a hand's breadth


@dataclass(frozen=True)
class Shown:
    """Who may see something: while walking, and in an introduction."""

    to: ShownTo = ShownTo.NOBODY
    in_introduction: bool = False


@transaction.atomic
def tell_about_me(*, by: Person, pronouns: str, languages: str, interests: str, shown: Shown) -> AboutMe:
    """Keep one's own words about oneself, sealed, and who may see them from now on."""
    _may_show(by, shown)
    about = _held(by)
    about.pronouns, about.languages, about.interests = pronouns, languages, interests
    changed = (about.shown_to, about.in_introduction) != (shown.to, shown.in_introduction)
    about.shown_to, about.in_introduction = shown.to, shown.in_introduction
    _keep(about, by, "people.about_me_shown" if changed else "", shown)
    return about


def show_picture(*, by: Person, upload: bytes | None, shown: Shown) -> AboutMe:
    """Keep a picture of oneself, drawn anew and sealed, or with None the one there is; and who may see it.

    Raises Refused, with a sentence to show.
    """
    _may_show(by, shown)
    if upload is not None and too_many_pictures(by):
        raise Refused(
            _("Those were many pictures at once. Please wait a minute, then choose this one again.")
        )
    safe = _drawn(upload) if upload is not None else None
    with transaction.atomic():
        about = _held(by)
        if safe is not None:
            _replace_picture(about, safe)
        changed = (about.picture_shown_to, about.picture_in_introduction) != (shown.to, shown.in_introduction)
        about.picture_shown_to, about.picture_in_introduction = shown.to, shown.in_introduction
        _keep(about, by, "people.picture_shown" if changed else "", shown)
    return about


@transaction.atomic
def remove_picture(*, by: Person) -> None:
    """It is gone at once, for everybody: its key is destroyed."""
    about = AboutMe.objects.select_for_update().filter(person=by).first()
    if about is None or about.picture_id is None:
        return
    media.erase(about.picture_id)
    about.picture_id = None
    _keep(about, by, "people.picture_removed", Shown())


def _may_show(by: Person, shown: Shown) -> None:
    if (shown.to != ShownTo.NOBODY or shown.in_introduction) and not rules.has_agreed(by):
        raise Refused(
            _("Before you show anything to others, please read and agree to how we keep this private.")
        )


def _held(by: Person) -> AboutMe:
    AboutMe.objects.get_or_create(person=by)
    return AboutMe.objects.select_for_update().get(person=by)


def _drawn(upload: bytes) -> SafePicture:
    try:
        return made_safe(upload, longest_side=PICTURE_SIDE)
    except CannotDraw as refused:
        raise Refused(refused.kind) from None


def _replace_picture(about: AboutMe, picture: SafePicture) -> None:
    if about.picture_id is not None:
        media.erase(about.picture_id)
    about.picture_id = uuid7()
    media.write(
        scope=about.words_scope, media_id=about.picture_id, data=picture.data, content_type=CONTENT_TYPE
    )


def _keep(about: AboutMe, by: Person, verb: str, shown: Shown) -> None:
    about.changed_at = timezone.now()
    about.save()
    if verb:
        detail: dict[str, str | int] = {"to": str(shown.to), "introduction": int(shown.in_introduction)}
        record(verb=verb, actor=str(by.pseudonym), about=str(by.pseudonym), detail=detail)
    signals.about_me_changed.send(Person, person=by)
