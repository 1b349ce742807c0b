"""Countries and time zones, as people choose them."""

import zoneinfo
from functools import cache
from pathlib import Path

from django.utils.translation import gettext as _

from walkalong.people.places.countries import NAMES

Choices = list[tuple[str, str]]


def country_name(code: str) -> str:
    return str(NAMES.get(code, code))


def country_choices() -> Choices:
    """Sorted as the reader's language names them."""
    return sorted(((code, str(name)) for code, name in NAMES.items()), key=lambda choice: choice[1])


@cache
def country_of_zone() -> dict[str, str]:
    lines = (Path(__file__).parent / "zones.tsv").read_text(encoding="utf-8").splitlines()
    known = zoneinfo.available_timezones()
    pairs = (line.split("\t") for line in lines if not line.startswith("#"))
    return {zone: country for zone, country in pairs if zone in known}


def is_time_zone(name: str) -> bool:
    """Any name of the database counts, also an older one that a browser may still use."""
    return name in zoneinfo.available_timezones() and name not in {"Factory", "localtime"}


def zone_choices() -> list[tuple[str, Choices]]:
    """Grouped by part of the world: `America/Lima` reads `Lima` under `America`."""
    groups: dict[str, Choices] = {}
    for zone in country_of_zone():
        area, _slash, place = zone.partition("/")
        words = place.replace("/", ", ").replace("_", " ")
        groups.setdefault(area, []).append((zone, words))
    named: list[tuple[str, Choices]] = [(area, sorted(zones)) for area, zones in sorted(groups.items())]
    return [*named, (_("Anywhere"), [("UTC", "UTC")])]
