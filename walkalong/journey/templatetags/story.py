"""`{% load story %}`: who sees a piece, and how a long one begins."""

from django import template

from walkalong.journey.story import shown
from walkalong.matching.queries import other_member

register = template.Library()
register.filter("who_sees", shown.who_sees)
register.filter("beginning_of", shown.beginning_of)
register.filter("walked_with_by", other_member)
