"""Pictures: drawn anew without what they carry along, sealed, and for the two alone."""

import io
import os
import struct
import subprocess
import sys
import tempfile
import zlib
from pathlib import Path

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from walkalong.conversation.errors import Refused
from walkalong.conversation.models import Picture
from walkalong.conversation.pictures import made_safe

from .conftest import JSON, posted
from .pictures import SECRET, photo


def bomb(width: int, height: int) -> bytes:
    """A PNG of a few bytes that says it is enormous."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", head)
        + chunk(b"IDAT", zlib.compress(b"\0" * 1000))
        + chunk(b"IEND", b"")
    )


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP", "GIF"])
def test_it_becomes_a_bare_webp(form):
    upload = photo(form)
    safe = made_safe(upload)
    drawn = Image.open(io.BytesIO(safe.data))
    assert drawn.format == "WEBP"
    assert not drawn.getexif()
    assert not {"exif", "xmp", "icc_profile", "comment"} & drawn.info.keys()
    assert SECRET.encode() not in safe.data


def test_it_stands_upright_as_it_was_taken():
    safe = made_safe(photo("JPEG"))
    drawn = Image.open(io.BytesIO(safe.data)).convert("RGB")
    assert (safe.width, safe.height) == (200, 320) == drawn.size
    red, _, blue = drawn.getpixel((100, 20))
    assert red > 200 > blue  # what was left is now on top


def test_it_is_made_small():
    safe = made_safe(photo("JPEG", (4000, 1000)))
    assert max(safe.width, safe.height) == 1600


@pytest.mark.parametrize(
    ("upload", "code"),
    [
        (b"", "picture_unreadable"),
        (b"<svg onload=alert(1)>", "picture_unreadable"),
        (photo()[:200], "picture_unreadable"),
        (bomb(60_000, 60_000), "picture_too_large"),
        (bomb(7_000, 7_000), "picture_too_large"),
        (b"\xff\xd8\xff" + b"\0" * 10_000_001, "picture_too_large"),
    ],
    ids=["empty", "svg", "cut off", "bomb", "many pixels", "many bytes"],
)
def test_what_cannot_be_drawn_is_refused_kindly(upload, code):
    with pytest.raises(Refused) as refused:
        made_safe(upload)
    assert refused.value.code == code


@pytest.mark.django_db
def test_it_travels_and_nothing_of_it_lies_in_clear(match, maya, jonas, signed_in):
    form = posted(maya, "", picture=SimpleUploadedFile("IMG_home_address.jpg", photo()), alt="my window")
    answer = signed_in(maya).post(f"/with/{match.pk}/send/", form, headers=JSON)
    assert answer.status_code == 200
    kept = Picture.objects.get()
    assert kept.alt == "my window"
    page = signed_in(jonas).get(f"/with/{match.pk}/").content.decode()
    assert 'alt="my window"' in page
    for file in Path(settings.MEDIA_DIR).rglob("*"):
        if file.is_file():
            raw = file.read_bytes()
            assert b"RIFF" not in raw[:64]
            assert b"WEBP" not in raw[:64]
            assert b"home_address" not in raw


@pytest.mark.django_db
def test_it_is_served_to_the_two_whole_or_in_part_and_never_kept(match, maya, jonas, say, signed_in):
    message = say(maya, "look", picture=photo())
    client, address = signed_in(jonas), f"/with/{match.pk}/{message.pk}/picture/"
    whole = client.get(address)
    data = b"".join(whole.streaming_content)
    assert whole["Cache-Control"] == "private, no-store"
    assert whole["Content-Type"] == "image/webp"
    assert Image.open(io.BytesIO(data)).size == (200, 320)
    part = client.get(address, headers={"Range": "bytes=4-9"})
    assert (part.status_code, b"".join(part.streaming_content)) == (206, data[4:10])
    assert part["Content-Range"] == f"bytes 4-9/{len(data)}"
    end = client.get(address, headers={"Range": "bytes=-5"})
    assert b"".join(end.streaming_content) == data[-5:]
    assert client.get(address, headers={"Range": "bytes=99999999-"}).status_code == 416


@pytest.mark.django_db
@pytest.mark.usefixtures("one_minute")
def test_many_pictures_in_a_minute_are_asked_to_wait_and_words_still_go(match, maya, say, settings):
    settings.PICTURES_PER_MINUTE = 1
    say(maya, "look", picture=photo())
    with pytest.raises(Refused) as refused:
        say(maya, "and this", picture=photo())
    assert (refused.value.status, refused.value.try_later) == (429, True)
    assert say(maya, "and this in words").body == "and this in words"


def test_a_refused_picture_sends_nothing_and_keeps_the_words(match, maya, signed_in):
    form = posted(maya, "my words", picture=SimpleUploadedFile("x.png", b"no picture"))
    page = signed_in(maya).post(f"/with/{match.pk}/send/", form)
    assert page.status_code == 422
    assert "my words" in page.content.decode()
    assert not Picture.objects.exists()


def test_the_largest_picture_fits_into_a_small_machine() -> None:
    """Peak memory of a process that draws one of the most pixels allowed; copies of it would triple that."""
    code = (
        "import io, resource, django; django.setup()\n"
        "from PIL import Image\n"
        "from walkalong.conversation.pictures import made_safe\n"
        "upload = open({path!r}, 'rb').read()\n"
        "before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss\n"
        "made_safe(upload)\n"
        "print((resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) // 1024)\n"
    )
    with tempfile.TemporaryDirectory() as folder:
        path = str(Path(folder) / "large.png")
        Image.new("RGBA", (6300, 6300)).save(path)
        done = subprocess.run(
            [sys.executable, "-c", code.format(path=path)],
            env={**os.environ, "DJANGO_SETTINGS_MODULE": "walkalong.config.settings"},
            capture_output=True,
            text=True,
            check=True,
        )
    assert int(done.stdout) < 300  # MB
