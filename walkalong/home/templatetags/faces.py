"""`{% load faces %}`: where the picture of one of the two is, if it is shown; empty otherwise."""

from django import template
from django.urls import reverse

from walkalong.matching.faces import shows_face
from walkalong.matching.models import Match
from walkalong.matching.queries import other_member
from walkalong.people.models import Person

register = template.Library()


@register.filter
def face_of_other(match: Match, reader: Person) -> str:
    shown = shows_face(match, other_member(match, reader))
    return reverse("journey:pair_picture", args=[match.pk]) if shown else ""


@register.filter
def own_face(match: Match, reader: Person) -> str:
    """One's own where the other sees it too: what stands there is the same for both."""
    return reverse("people:own_picture") if shows_face(match, reader) else ""
