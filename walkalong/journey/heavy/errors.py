"""What stands in the way, said kindly. A sentence here never quotes what was typed."""

from django.utils.functional import Promise


class NotNow(Exception):
    """Nobody can be told in this match just now: it rests, is over, or the words before it wait."""


class NotTaken(Exception):
    """Not kept, and why, for the one who tried. What they typed stays with them."""

    def __init__(self, kind: str | Promise) -> None:
        super().__init__("not taken")
        self.kind = kind
