"""What the demo's people tell of themselves, so that the pages are not empty when somebody looks in."""

import io
from collections.abc import Mapping
from uuid import uuid4

from PIL import Image, ImageDraw

from walkalong.journey.story.models import StoryPiece
from walkalong.journey.story.queries import current_matches_of
from walkalong.journey.story.services import tell_piece
from walkalong.people.models import Person, ShownTo
from walkalong.people.services import Shown, show_picture, tell_about_me

# key: title, words, who sees it while walking, whether it may stand in an introduction
PIECES: dict[str, tuple[tuple[str, str, ShownTo, bool], ...]] = {
    "mentee": (
        (
            "Music that has carried me",
            "Slow, heavy records, from the first note to the last, with the lights out. There is one I only "
            "play when it rains. It does not cheer me up. It keeps me company, which is better.",
            ShownTo.AMBASSADOR,
            True,
        ),
        (
            "What helps when it is heavy",
            "Not being asked to explain. A song title, a picture of a dog, “I am here”. "
            "And please do not tell me it will pass. I know. It is just not past yet.",
            ShownTo.OTHER,
            False,
        ),
        (
            "",
            "I used to draw every day, on the bus, on receipts, on my hand. I would like to find out "
            "whether that is still mine. I have not told anybody yet.",
            ShownTo.NOBODY,
            False,
        ),
    ),
    "mentor": (
        (
            "Something I am glad of",
            "The allotment behind the station. Nothing I plant comes up where I planted it. "
            "I have stopped minding, and that took me about six years.",
            ShownTo.OTHER,
            True,
        ),
    ),
    "waiting_mentee": (
        (
            "A good day",
            "Coffee on the stairs, nobody else awake, and the whole day still undecided.",
            ShownTo.NOBODY,
            True,
        ),
    ),
}
# key: pronouns, languages, what they like, who sees it, whether it may stand in an introduction
ABOUT: dict[str, tuple[str, str, str, ShownTo, bool]] = {
    "mentee": ("she/her", "English, some Spanish", "Doom metal, drawing, dogs", ShownTo.AMBASSADOR, True),
    "mentor": ("he/him", "English, German", "Growing vegetables badly, vinyl", ShownTo.OTHER, True),
    "waiting_mentee": ("they/them", "English, Arabic", "Early mornings, board games", ShownTo.NOBODY, True),
}


def load(people: Mapping[str, Person]) -> None:
    """Tell each story once. `people` is what people.demo.load() answers."""
    for key, pieces in PIECES.items():
        if not StoryPiece.objects.filter(teller=people[key]).exists():
            _tell(people[key], pieces)
    for key, (pronouns, languages, interests, to, introduced) in ABOUT.items():
        tell_about_me(
            by=people[key],
            pronouns=pronouns,
            languages=languages,
            interests=interests,
            shown=Shown(to, introduced),
        )
    show_picture(by=people["mentor"], upload=_hills(), shown=Shown(ShownTo.OTHER))


def _tell(teller: Person, pieces: tuple[tuple[str, str, ShownTo, bool], ...]) -> None:
    matches = current_matches_of(teller)
    for title, words, to, introduced in pieces:
        tell_piece(
            by=teller,
            press_id=uuid4(),
            title=title,
            words=words,
            showing={match.pk: to for match in matches},
            in_introduction=introduced,
        )


def _hills() -> bytes:
    """A picture drawn here: hills at dusk, and nobody's face."""
    picture = Image.new("RGB", (512, 512), "#e8b978")
    draw = ImageDraw.Draw(picture)
    draw.ellipse((300, 110, 390, 200), fill="#fbf0d4")
    for colour, top, middle in (("#9a6a72", 260, 150), ("#6b4a6e", 330, 380), ("#3c2a44", 410, 220)):
        draw.polygon([(0, 512), (0, top + 40), (middle, top - 40), (512, top + 60), (512, 512)], fill=colour)
    file = io.BytesIO()
    picture.save(file, "PNG")
    return file.getvalue()
