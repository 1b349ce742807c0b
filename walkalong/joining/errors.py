"""Why words were not kept."""

from walkalong.joining.queries import Content


class ChangedMeanwhile(Exception):
    """Somebody else kept another version first. `now` is theirs; nothing of either is lost."""

    def __init__(self, now: Content) -> None:
        super().__init__(now.name)
        self.now = now
