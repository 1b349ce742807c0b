"""`{% load web %}`: icons, avatars, days as a reader says them, the stamp of who typed."""

import hashlib
from datetime import date, datetime
from typing import Any

from django import template
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from walkalong.web import icons, typed_text

register = template.Library()

AVATAR_COLOURS = 8


@register.simple_tag
def icon(name: str, label: str = "") -> SafeString:
    """An inline icon. Without a label it is decoration and hidden from screen readers."""
    paths = mark_safe(icons.PATHS[name])  # noqa: S308 - our own constant, never somebody's text
    if label:
        return format_html(
            '<svg class="icon" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="1.75"'
            ' stroke-linecap="round" stroke-linejoin="round" role="img" aria-label="{}">{}</svg>',
            label,
            paths,
        )
    return format_html(
        '<svg class="icon" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="1.75"'
        ' stroke-linecap="round" stroke-linejoin="round" aria-hidden="true" focusable="false">{}</svg>',
        paths,
    )


@register.filter
def avatar_colour(person: Any) -> int:
    """0..7, the same for a person everywhere and for good. Takes a person, or anything that names one."""
    key = str(getattr(person, "pk", person))
    return hashlib.blake2s(key.encode(), digest_size=2).digest()[0] % AVATAR_COLOURS


@register.filter
def initial(name: Any) -> str:
    """The letter on an avatar: the first letter or digit of the name, whatever the script."""
    text = str(getattr(name, "display_name", name) or "")
    return next((character.upper() for character in text if character.isalnum()), "·")


@register.filter
def day_label(moment: datetime | date | None) -> str:
    """The reader's own day: Today, Yesterday, Mon 3 Nov, and the year only when it is another one."""
    if moment is None:
        return ""
    day = timezone.localtime(moment).date() if isinstance(moment, datetime) else moment
    today = timezone.localdate()
    match (today - day).days:
        case 0:
            return _("Today")
        case 1:
            return _("Yesterday")
        case -1:
            return _("Tomorrow")
    # Translators: a day of this year, as Django date format letters, e.g. "Mon 3 Nov".
    this_year = _("D j M")
    # Translators: a day of another year, e.g. "Mon 3 Nov 2025".
    other_year = _("D j M Y")
    return date_format(day, this_year if day.year == today.year else other_year)


@register.filter
def reader_time(moment: datetime | None) -> str:
    """The time of day in the reader's zone and manner, e.g. 19:05 or 7:05 p.m."""
    return date_format(timezone.localtime(moment), "TIME_FORMAT") if moment else ""


@register.filter
def zone_city(zone: str) -> str:
    """A time zone as people say it: "Europe/Dublin" is Dublin, "America/New_York" is New York."""
    return zone.rpartition("/")[2].replace("_", " ")


@register.simple_tag(takes_context=True)
def typed_by(context: template.Context, *fields: str) -> SafeString:
    """A hidden stamp for a form that holds somebody's words: who types, and where. See web.typed_text."""
    request = context["request"]
    return format_html(
        '<input type="hidden" name="{}" value="{}">',
        typed_text.STAMP_FIELD,
        typed_text.stamp(request.user, fields),
    )
