"""The seven things a peer reaches for, each with one authored example."""

from dataclasses import dataclass, replace

from walkalong.companion.examples import example_for
from walkalong.companion.feelings import feelings_in
from walkalong.companion.labels import Label


@dataclass(frozen=True, slots=True)
class Move:
    key: str
    name: str
    says: str  # what the move is
    example: str  # one authored example, shown as an example, presuming nothing of them
    label: Label


MOVES: tuple[Move, ...] = (
    Move(
        "reflect",
        "Reflect",
        "Say back the feeling you heard, and that it makes sense.",
        "Whatever you feel about it makes sense.",
        Label.VALIDATE,
    ),
    Move(
        "ask_feeling",
        "Ask about the feeling",
        "Open a door to the feeling. They may leave it closed.",
        "How are you feeling right now?",
        Label.ASK_FEELING,
    ),
    Move(
        "stay",
        "Stay",
        "Let them know that you are there, whatever happens.",
        "I am here with you. We do not have to solve anything.",
        Label.SHOW_UP,
    ),
    Move(
        "share",
        "Share briefly",
        "A sentence or two of your own, and nothing they should do with it.",
        "When my band broke up I did not pick up a guitar for months. It was a lonely time.",
        Label.SHARED_STORY,
    ),
    Move(
        "cheer",
        "Cheer",
        "Notice the step, with no next one attached. Believe in them out loud.",
        "I am so proud of you. I believe in you.",
        Label.CELEBRATE,
    ),
    Move(
        "recall",
        "Recall a strength",
        "Remember something they have already managed.",
        "You once told me how you got through … I have not forgotten that.",
        Label.RECALL_STRENGTH,
    ),
    Move(
        "hand_back",
        "Hand back",
        "Give them the choice. They know their own life best.",
        "You know this better than anyone. What feels right to you?",
        Label.HAND_BACK,
    ),
)

# Which moves lie nearest when a sentence talks over: at most two, so that help stays small.
_NEAREST: dict[Label, tuple[str, str]] = {
    Label.ADVISE: ("ask_feeling", "hand_back"),
    Label.COACH: ("cheer", "hand_back"),
    Label.CLINICIAN: ("reflect", "ask_feeling"),
    Label.TOUGH_LOVE: ("reflect", "stay"),
    Label.MINIMISE: ("reflect", "stay"),
}


def moves_for(label: Label, before: str | None = None) -> tuple[Move, ...]:
    """The moves nearest to an over label; none for the others.

    With the mentee's last message each move carries the example that fits what they feel.
    """
    nearest = [move for key in _NEAREST.get(label, ()) for move in MOVES if move.key == key]
    felt = feelings_in(before, waits=False) if nearest else ()
    return tuple(replace(move, example=example_for(move.key, felt, move.example)) for move in nearest)
