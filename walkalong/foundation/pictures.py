"""Making a picture safe to keep: decoded within limits, turned upright, made smaller, and drawn anew as WebP.

Drawing it anew leaves behind everything that was not the picture: where and when it was taken, with what,
thumbnails, comments, and whatever else was put into the file.
"""

import io
import threading
import warnings
from dataclasses import dataclass

from django.conf import settings
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from PIL import Image, ImageOps, UnidentifiedImageError

FORMATS = ("JPEG", "PNG", "WEBP", "GIF")
LONGEST_SIDE = 1600
QUALITY = 82
CONTENT_TYPE = "image/webp"
_one_at_a_time = threading.Lock()  # several of the largest at once would fill a small machine's memory


class CannotDraw(Exception):
    """Too large, or no picture we know. `code` is for scripts, `kind` is a sentence for whoever chose it."""

    def __init__(self, code: str, kind: str | Promise) -> None:
        super().__init__(code)
        self.code = code
        self.kind = kind


@dataclass(frozen=True)
class SafePicture:
    data: bytes
    width: int
    height: int


def made_safe(upload: bytes, *, longest_side: int = LONGEST_SIDE) -> SafePicture:
    """Draw an uploaded picture anew, at most `longest_side` pixels long. Raises CannotDraw."""
    if len(upload) > settings.PICTURE_MAX_BYTES:
        raise CannotDraw("picture_too_large", _("This picture is too large. A smaller one will go through."))
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with _one_at_a_time:
                return _drawn_anew(upload, longest_side)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        raise _too_many_pixels() from None
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, EOFError, MemoryError):
        # Pillow answers broken files with any of these; none may become an error page.
        raise CannotDraw(
            "picture_unreadable",
            _("This picture could not be opened. JPEG, PNG, WebP and GIF pictures go through."),
        ) from None


def _too_many_pixels() -> CannotDraw:
    return CannotDraw(
        "picture_too_large",
        _("This picture has too many pixels to open safely. A smaller one will go through."),
    )


def _drawn_anew(upload: bytes, longest_side: int) -> SafePicture:
    with Image.open(io.BytesIO(upload), formats=FORMATS) as opened:
        if opened.width * opened.height > settings.PICTURE_MAX_PIXELS:  # known before a pixel is decoded
            raise _too_many_pixels()
        if opened.format == "JPEG":
            opened.draft("RGB", (longest_side, longest_side))
        has_alpha = opened.mode in ("RGBA", "LA", "PA") or "transparency" in opened.info
        mode = "RGBA" if has_alpha else "RGB"
        picture = (
            opened if opened.mode == mode else opened.convert(mode)
        )  # whole, it may be 160 MB: no copies
        picture.thumbnail((longest_side, longest_side), Image.Resampling.LANCZOS)
        picture = ImageOps.exif_transpose(picture)
    picture.info.clear()
    drawn = io.BytesIO()
    picture.save(drawn, "WEBP", quality=QUALITY, method=3, exif=b"", xmp=b"", icc_profile=b"")
    return SafePicture(data=drawn.getvalue(), width=picture.width, height=picture.height)
