"""How much a client may say."""

import time

LONGEST_FRAME = 16_000  # characters; a call's description fits, a picture does not
MOST_SAID = 8  # frames waiting to be looked at
BURST = 40.0
A_SECOND = 5.0
PATIENCE = 200  # refused frames before the socket is closed

FINE, TOO_FAST, IGNORED, FLOOD = "fine", "too fast", "ignored", "flood"


class Allowance:
    """A bucket that fills by some frames a second."""

    def __init__(self) -> None:
        self.left = BURST
        self.at = time.monotonic()
        self.refused = 0

    def judge(self) -> str:
        now = time.monotonic()
        self.left = min(BURST, self.left + (now - self.at) * A_SECOND)
        self.at = now
        if self.left >= 1:
            self.left -= 1
            self.refused = 0
            return FINE
        self.refused += 1
        if self.refused == 1:
            return TOO_FAST
        return FLOOD if self.refused > PATIENCE else IGNORED
