"""Reading a draft before it is sent: which sentences walk with the mentee, which talk over them, and why.

Pure Python, no Django. It labels and never writes; it keeps, logs and sends nothing.

    from walkalong.companion import read
    reading = read("That sounds heavy. You should call him.", before="I miss my brother")
"""

from walkalong.companion.feelings import Feeling, Felt, feelings_in
from walkalong.companion.labels import Group, Label, Side
from walkalong.companion.moves import MOVES, Move, moves_for
from walkalong.companion.reader import read
from walkalong.companion.reading import Reading, Sentence
from walkalong.companion.whys import WHYS, why_text

__all__ = [
    "MOVES",
    "WHYS",
    "Feeling",
    "Felt",
    "Group",
    "Label",
    "Move",
    "Reading",
    "Sentence",
    "Side",
    "feelings_in",
    "moves_for",
    "read",
    "why_text",
]
