"""What one person does shows on another's screen. The only room that knows Channels.

    realtime.publish(f"match:{match.id}", {"type": "message"})    # after the commit; only a hint
    realtime.drop(person_id=person.pk)                         # after the commit, closes their sockets
    realtime.register(Messages())                              # a Stream, in AppConfig.ready

A hint carries no content. A socket that hears one asks the stream what is new since the number it knows,
and the stream checks membership again each time. What is lost on the way is found within half a minute.
See docs/decisions/0005-live.md.
"""

from walkalong.foundation.realtime.publishing import Told, drop, publish
from walkalong.foundation.realtime.running import start, stop
from walkalong.foundation.realtime.streams import CatchUp, NotAllowed, Stream, admit_only_if, register

__all__ = [
    "CatchUp",
    "NotAllowed",
    "Stream",
    "Told",
    "admit_only_if",
    "drop",
    "publish",
    "register",
    "start",
    "stop",
]
