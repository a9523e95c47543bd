"""Pictures of strangers: what is taken, what is made fit for print, and what is refused in words."""

import io
import struct
import zlib

import pytest
from PIL import Image

from signatories import pictures
from signatories.errors import UnreadableFile
from tests.pictures import picture


def vast_png(width: int, height: int) -> bytes:
    """A few bytes that say they are a picture of this size, and hold none of it."""
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b""))


def chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


@pytest.mark.parametrize(
    ("kind", "mode"),
    [("PNG", "1"), ("PNG", "L"), ("PNG", "P"), ("PNG", "RGBA"), ("JPEG", "L"), ("JPEG", "RGB")],
)
def test_what_is_fit_stays_as_it_is(kind: str, mode: str) -> None:
    content = picture(kind, mode)
    made = pictures.for_print(content, "logo")
    assert made == (f"image/{kind.lower()}", content, 30, 20)


@pytest.mark.parametrize(("kind", "mode"), [("JPEG", "CMYK"), ("PNG", "I;16")])
def test_colours_that_some_programs_cannot_show_become_plain(kind: str, mode: str) -> None:
    made = pictures.for_print(picture(kind, mode), "logo")
    with Image.open(io.BytesIO(made.content)) as image:
        assert (image.format, image.mode) == (kind, "RGB")


def test_a_large_one_is_printed_smaller_in_its_proportions_and_clear_where_it_was() -> None:
    made = pictures.for_print(picture("PNG", "RGBA", (4000, 1000)), "logo")
    assert (made.width, made.height) == (pictures.SHARPEST, pictures.SHARPEST // 4)
    with Image.open(io.BytesIO(made.content)) as image:
        assert (image.size, image.getpixel((0, 0))) == (made[2:], (0, 0, 0, 0))


def test_a_photograph_stands_upright_whichever_way_the_camera_was_held() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    made = pictures.for_print(picture("JPEG", exif=exif), "hand")
    assert (made.width, made.height) == (20, 30)


@pytest.mark.parametrize(
    ("content", "name", "words"),
    [
        (b'<?xml version="1.0"?><svg xmlns="x"/>', "logo.svg", r"is a drawing \(SVG\)"),
        (b"GIF89a", "logo.gif", "no PNG and no JPEG"),
        (b"", "logo.png", "no PNG and no JPEG"),
        (picture("PNG")[:50], "logo.png", "is damaged"),
        (picture("JPEG", size=(300, 200))[:700], "logo.jpg", "is damaged"),
        (vast_png(60_000, 60_000), "logo.png", "60000 × 60000 pixels"),
        (vast_png(9_000, 9_000), "logo.png", "9000 × 9000 pixels"),
        (vast_png(20, 20), "logo.png", "is damaged"),
    ],
)
def test_what_cannot_be_printed_is_refused_with_the_reason(
    content: bytes, name: str, words: str
) -> None:
    with pytest.raises(UnreadableFile, match=rf"{name}.*{words}"):
        pictures.check(content, name)
