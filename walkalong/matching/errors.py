"""What can go wrong with a match, in words for the person who tried."""


class StillHeld(Exception):
    """A pause cannot be lifted yet: somebody of the programme talks with this person first."""


class CannotJoin(Exception):
    """These people cannot be joined. `field` names the choice to mend, `message` says why, kindly."""

    def __init__(self, field: str, message: str) -> None:
        super().__init__(field)
        self.field = field
        self.message = message
