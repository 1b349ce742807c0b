"""A message's picture, made safe to keep; what cannot be taken is said as this room says it."""

from walkalong.conversation.errors import Refused
from walkalong.foundation import pictures
from walkalong.foundation.pictures import CONTENT_TYPE as CONTENT_TYPE
from walkalong.foundation.pictures import SafePicture as SafePicture


def made_safe(upload: bytes) -> SafePicture:
    """Draw an uploaded picture anew. Raises Refused when it is too large or no picture we know."""
    try:
        return pictures.made_safe(upload)
    except pictures.CannotDraw as refused:
        raise Refused(refused.code, refused.kind) from None
