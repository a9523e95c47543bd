"""Pictures of strangers: what is taken, what is made fit for print, and what is refused in words."""

import io
import struct
import zlib

import pytest
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from signatories.errors import UnreadableFile
from signatories.pictures import fitting
from tests.pictures import picture

REMARKS = (b"Owner of the telephone", b"2026:01:02", b"Home address", b"Editor 9", b"further view")


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
    made = fitting.for_print(content, "logo")
    assert made == (f"image/{kind.lower()}", content, 30, 20)


@pytest.mark.parametrize(("kind", "mode"), [("JPEG", "CMYK"), ("PNG", "I;16")])
def test_colours_that_some_programs_cannot_show_become_plain(kind: str, mode: str) -> None:
    made = fitting.for_print(picture(kind, mode), "logo")
    with Image.open(io.BytesIO(made.content)) as image:
        assert (image.format, image.mode) == (kind, "RGB")


def test_a_large_one_is_printed_smaller_in_its_proportions_and_clear_where_it_was() -> None:
    made = fitting.for_print(picture("PNG", "RGBA", (4000, 1000)), "logo")
    assert (made.width, made.height) == (fitting.SHARPEST, fitting.SHARPEST // 4)
    with Image.open(io.BytesIO(made.content)) as image:
        assert (image.size, image.getpixel((0, 0))) == (made[2:], (0, 0, 0, 0))


def test_a_photograph_stands_upright_whichever_way_the_camera_was_held() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    made = fitting.for_print(picture("JPEG", exif=exif), "hand")
    assert (made.width, made.height) == (20, 30)


def exif_of_telephone() -> Image.Exif:
    exif = Image.Exif()
    exif[0x013B] = REMARKS[0].decode()
    exif.get_ifd(0x8825).update({1: "N", 2: (46.0, 12.0, 7.5), 0x1D: REMARKS[1].decode()})
    return exif


def photograph(size: tuple[int, int] = (30, 20), **options: int) -> bytes:
    """A gradient of greys by a telephone that says much about itself, and puts more behind the picture."""
    kept = io.BytesIO()
    grey = Image.linear_gradient("L").convert("RGB").resize(size)
    exif, profile = exif_of_telephone(), REMARKS[3] * 9
    grey.save(kept, "JPEG", exif=exif, comment=REMARKS[2], icc_profile=profile, **options)
    return kept.getvalue() + REMARKS[4]


def screenshot(size: tuple[int, int] = (30, 20)) -> bytes:
    """A picture with words beside it."""
    words = PngInfo()
    words.add_text("Author", REMARKS[0].decode())
    words.add_text("Comment", REMARKS[2].decode(), zip=True)
    words.add_itxt("XML:com.adobe.xmp", REMARKS[3].decode())
    exif = exif_of_telephone()
    return picture("PNG", size=size, pnginfo=words, exif=exif, icc_profile=b"p" * 99) + REMARKS[4]


@pytest.mark.parametrize(
    "content",
    [
        photograph(),
        photograph((2000, 1500)),
        photograph(progressive=True),
        photograph(restart_marker_blocks=1),
        screenshot(),
        screenshot((1500, 20)),
    ],
    ids=["photograph", "large", "progressive", "restarts", "screenshot", "large screenshot"],
)
def test_nothing_but_the_picture_goes_into_products(content: bytes) -> None:
    made = fitting.for_print(content, "hand")
    assert [remark for remark in REMARKS if remark in made.content] == []
    with Image.open(io.BytesIO(content)) as before, Image.open(io.BytesIO(made.content)) as after:
        assert set(after.info) <= {
            "jfif",
            "jfif_version",
            "jfif_unit",
            "jfif_density",
            "progression",
            "progressive",
        }
        assert not after.getexif()
        if before.size == after.size:
            assert after.tobytes() == before.tobytes()


def test_a_thumbnail_in_the_head_of_a_photograph_is_left_out() -> None:
    content = picture("JPEG")
    thumbnail = b"\x03\x03" + REMARKS[4].ljust(27)
    head = b"JFIF\0\x01\x01\0\0\x01\0\x01" + thumbnail
    assert content[6:20] == head[:12] + b"\0\0"
    more = b"\xff\xe0" + struct.pack(">H", len(head) + 2) + head
    assert fitting.for_print(content[:2] + more + content[20:], "hand").content == content


def test_a_photograph_ends_where_its_first_view_does() -> None:
    content = picture("JPEG")
    assert fitting.for_print(content + photograph(), "hand").content == content


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
        fitting.check(content, name)
