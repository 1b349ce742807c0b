"""`{% load matching %}`: the two as a reader sees them, and where they are in their year."""

from django import template

from walkalong.matching.models import Match
from walkalong.matching.queries import month_of, other_member, stage_now
from walkalong.matching.year import Stage, month_label
from walkalong.people.models import Person

register = template.Library()


@register.filter
def month(match: Match) -> str:
    return month_label(month_of(match))


@register.filter
def stage(match: Match) -> Stage:
    return stage_now(match)


@register.filter
def other_than(match: Match, person: Person) -> Person:
    return other_member(match, person)
