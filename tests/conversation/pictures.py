"""Pictures for tests."""

import io

from PIL import Image
from PIL.ExifTags import Base

SECRET = "a place nobody should learn"


def photo(form: str = "JPEG", size: tuple[int, int] = (320, 200), **save: object) -> bytes:
    """A picture whose left half is red, that carries a place, a camera and a comment."""
    picture = Image.new("RGB", size, "blue")
    picture.paste("red", (0, 0, size[0] // 2, size[1]))
    exif = Image.Exif()
    exif[Base.ImageDescription] = SECRET
    exif[Base.Orientation] = 6  # lay on its side when it was taken
    file = io.BytesIO()
    picture.save(file, form, exif=exif, **save)  # type: ignore[arg-type]
    return file.getvalue()
