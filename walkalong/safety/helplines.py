"""The lines on the help card: our own small, checked file, read once. Nothing here writes or logs."""

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Literal

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

FILE = Path(__file__).with_name("helplines.toml")
DIRECTORY_URL = "https://findahelpline.com"
MAX_AGE = timedelta(days=180)

COUNTRIES: dict[str, str | Promise] = {
    "US": _("United States"),
    "CA": _("Canada"),
    "GB": _("United Kingdom"),
    "IE": _("Ireland"),
    "FR": _("France"),
}
# what the file says in English, so that it can be shown in another language
_SHOWN: dict[str, str | Promise] = {
    "always": _("day and night"),
    "for women": _("for women"),
    "if you cannot speak or hear on the phone": _("if you cannot speak or hear on the phone"),
    "Emergency": _("Emergency"),
}


@dataclass(frozen=True)
class Helpline:
    country: str
    kind: Literal["emergency", "crisis", "abuse"]
    name: str
    number: str  # as dialled there
    channel: Literal["call", "text"]
    hours: str
    source: str
    own_page: bool
    read_on: date
    verified_by: str
    verified_on: date | str
    note: str = ""

    @property
    def link(self) -> str:
        digits = "".join(character for character in self.number if character.isdigit())
        return f"{'tel' if self.channel == 'call' else 'sms'}:{digits}"

    @property
    def shown_name(self) -> str | Promise:
        return _SHOWN.get(self.name, self.name)

    @property
    def shown_hours(self) -> str | Promise:
        return _SHOWN.get(self.hours, self.hours)

    @property
    def shown_note(self) -> str | Promise:
        return _SHOWN.get(self.note, self.note)


@dataclass(frozen=True)
class Card:
    """What the card shows for a country. Without lines: the directory and the local emergency number."""

    country: str
    name: str | Promise
    lines: tuple[Helpline, ...]

    def _of(self, kind: str) -> tuple[Helpline, ...]:
        return tuple(line for line in self.lines if line.kind == kind)

    @property
    def emergency(self) -> tuple[Helpline, ...]:
        return self._of("emergency")

    @property
    def crisis(self) -> tuple[Helpline, ...]:
        return self._of("crisis")

    @property
    def abuse(self) -> tuple[Helpline, ...]:
        return self._of("abuse")

    @property
    def dialled(self) -> bool:
        """Whether people of the programme have dialled every line of this card."""
        return all(line.verified_by for line in self.lines)


@cache
def load(path: Path = FILE) -> tuple[Helpline, ...]:
    """Every line of the file. Raises TypeError for a missing or unknown field."""
    with path.open("rb") as file:
        return tuple(Helpline(**entry) for entry in tomllib.load(file)["line"])


def for_country(country: str) -> Card:
    """The card of a country, by its ISO code in any case; empty for one we know nothing about."""
    code = country.strip().upper()
    lines = tuple(line for line in load() if line.country == code)
    return Card(code if lines else "", COUNTRIES.get(code, ""), lines)


def others_than(country: str) -> list[Card]:
    return [for_country(code) for code in COUNTRIES if code != country]


def stale(today: date, lines: Iterable[Helpline] | None = None) -> list[Helpline]:
    """Lines nobody has read or dialled for over 180 days: `doctor`, the staff page and a release refuse."""
    found = load() if lines is None else lines
    return [line for line in found if today - _last_seen(line) > MAX_AGE]


def unverified() -> list[Helpline]:
    """Lines nobody of the programme has dialled yet."""
    return [line for line in load() if not line.verified_by]


def _last_seen(line: Helpline) -> date:
    dialled = line.verified_on if line.verified_by and isinstance(line.verified_on, date) else line.read_on
    return max(dialled, line.read_on)
