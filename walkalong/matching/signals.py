"""What rooms above may want to know of a match. Each is sent inside the transaction, with `match`."""

from django.dispatch import Signal

match_joined = Signal()
match_paused = Signal()
match_resumed = Signal()
match_closed = Signal()
ambassador_changed = Signal()  # to somebody else, or to nobody for now
