"""`{% load people %}`: how places and devices read."""

from django import template

from walkalong.people import devices, places

register = template.Library()
register.filter("country_name", places.country_name)
register.filter("device_name", devices.plain_name)
