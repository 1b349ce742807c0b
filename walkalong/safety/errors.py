"""What can stand in the way. The messages hold nobody's words."""


class NobodyToReceive(Exception):
    """Everybody who could receive this is named in it, or the programme has no staff."""


class NotKnown(Exception):
    """A request can be about somebody this person knows, and about nobody else."""
