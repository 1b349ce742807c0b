"""What the demo's people keep for heavy days. Loading twice changes nothing."""

import io
from collections.abc import Mapping
from datetime import timedelta

from django.utils import timezone
from PIL import Image, ImageDraw

from walkalong.foundation.ids import uuid7
from walkalong.journey.heavy.kinds import HopeKind
from walkalong.journey.heavy.models import HeavyDay, HopeItem
from walkalong.journey.heavy.services import put_into_hope_box, say_today_is_heavy
from walkalong.matching.models import Match
from walkalong.matching.queries import matches_of
from walkalong.matching.states import MatchState
from walkalong.notices.services import mark_seen
from walkalong.people.models import Person

# days ago, kind, words. Maya keeps some of each; the others show that an empty box is a box too.
MAYAS_OWN = (
    (
        40,
        HopeKind.LETTER,
        "Dear you,\n\nit is Sunday, the window is open and somebody downstairs is frying onions. I am fine "
        "today. I am writing because you will not believe it when you read this.\n\nYou have been under this "
        "blanket before. It lifted, not because you did anything clever, it just did, and then there were "
        "onions.\n\nEat something. Leave the rest.\n\nMaya",
    ),
    (31, HopeKind.PICTURE, "The canal, late"),
    (23, HopeKind.SONG, "Pink Moon, Nick Drake"),
    (12, HopeKind.SONG, "The whole of “Either/Or”, on the bus, front seat"),
    (9, HopeKind.WORDS, "Granny, on the phone: “You were always a slow starter and a good finisher.”"),
)
FROM_JONAS = (
    (
        15,
        HopeKind.WORDS,
        "You told me about the heron as if I had been standing next to you. I still think of it when I pass "
        "the canal. I’m glad you are in the world and look at it like that.",
    ),
)
JONAS_OWN = ((30, HopeKind.WORDS, "Dad’s note in the toolbox: “Measure it again, and put the kettle on.”"),)
AN_EARLIER_DAY = (19, "Could not answer anybody. Slept, mostly.")


def load(people: Mapping[str, Person]) -> None:
    """Fill the boxes of the demo's first pair. `people` is what people.demo.load() answers."""
    maya, jonas = people["mentee"], people["mentor"]
    walks = (match for match in matches_of(maya) if match.state == MatchState.ACTIVE)
    match = next(walks, None)
    if match is None or HopeItem.objects.filter(owner=maya).exists():
        return
    _keep(maya, MAYAS_OWN)
    _keep(jonas, JONAS_OWN)
    _keep(jonas, FROM_JONAS, given_in=match)
    mark_seen(person=maya, key=f"hope:{match.pk}")
    _today_is_heavy_for(people["mentee2"])
    days, words = AN_EARLIER_DAY
    HeavyDay.objects.create(person=maya, words=words, said_at=timezone.now() - timedelta(days=days))


def _today_is_heavy_for(person: Person) -> None:
    for match in matches_of(person):
        if match.state == MatchState.ACTIVE:
            say_today_is_heavy(by=person, match=match)


def _keep(person: Person, kept: tuple[tuple[int, HopeKind, str], ...], given_in: Match | None = None) -> None:
    for days, kind, words in kept:
        item = put_into_hope_box(
            by=person,
            kind=kind,
            words=words,
            picture=_canal() if kind == HopeKind.PICTURE else None,
            given_in=given_in,
            press_id=uuid7(),
        )
        item.put_in_at = timezone.now() - timedelta(days=days)
        item.save(update_fields=["put_in_at"])


def _canal() -> bytes:
    """An evening over water, drawn here so that no photograph need be shipped."""
    width, height, water = 900, 600, 380
    picture = Image.new("RGB", (width, height))
    draw = ImageDraw.Draw(picture)
    for y in range(height):
        near = 1 - abs(y - water) / water
        draw.line(
            [(0, y), (width, y)], fill=(70 + int(150 * near), 60 + int(90 * near), 105 + int(10 * near))
        )
    draw.ellipse([560, 250, 650, 340], fill=(255, 224, 150))
    for row in range(9):
        half = 46 - row * 4
        draw.line([(605 - half, 400 + row * 18), (605 + half, 400 + row * 18)], fill=(250, 214, 150), width=5)
    draw.polygon([(0, 300), (240, 350), (420, water), (0, water)], fill=(48, 42, 66))
    file = io.BytesIO()
    picture.save(file, "PNG")
    return file.getvalue()
