"""Logos and scanned signatures: PNG and JPEG files of strangers, looked at with care and made fit for print."""

import io
import struct
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import NamedTuple

from PIL import ImageOps
from PIL.Image import Image, Resampling
from PIL.JpegImagePlugin import JpegImageFile
from PIL.PngImagePlugin import PngImageFile

from signatories.errors import UnreadableFile
from signatories.pictures.bare import bare_jpeg, bare_png
from signatories.texts import N_

LARGEST_SIDE = 20_000  # pixels
MOST_PIXELS = 40_000_000  # 160 MB of memory while one is made smaller
SHARPEST = 1_200  # pixels a side are printed: 300 in an inch on ten centimetres

_KINDS: tuple[tuple[bytes, str, type[JpegImageFile] | type[PngImageFile]], ...] = (
    (b"\x89PNG\r\n\x1a\n", "image/png", PngImageFile),
    (b"\xff\xd8\xff", "image/jpeg", JpegImageFile),
)
_PLAIN_MODES = {
    "image/png": frozenset({"1", "L", "LA", "P", "RGB", "RGBA"}),
    "image/jpeg": frozenset({"L", "RGB"}),
}
_BARE = {"image/png": bare_png, "image/jpeg": bare_jpeg}
_TROUBLE = (OSError, SyntaxError, ValueError, EOFError, struct.error, zlib.error)
_ORIENTATION = 0x0112  # of a photograph: how the camera was held
_UPRIGHT = 1


class Picture(NamedTuple):
    """A picture that every product can show. Sizes in pixels."""

    media_type: str
    content: bytes
    width: int
    height: int


def check(content: bytes, name: str) -> None:
    """Refuse what is no picture, is damaged or is larger than any print needs. Raises UnreadableFile."""
    for_print(content, name)


def for_print(content: bytes, name: str) -> Picture:
    """A picture upright, in plain colours, and no larger than print can show. Raises UnreadableFile.

    What is so already keeps its pixels; the others are written anew, as the same kind of file. What
    cameras and programs wrote beside the picture is left out: products are public.
    """
    media_type, opener = _kind_of(content, name)
    with _damage_named(name), opener(io.BytesIO(content)) as image:
        _refuse_vast(image, name)
        if _is_fit(image, media_type):
            image.load()  # what cannot be decoded is noticed here
            return Picture(media_type, _BARE[media_type](content), *image.size)
        return _written(_made_fit(image), media_type)


def _kind_of(content: bytes, name: str) -> tuple[str, type[JpegImageFile] | type[PngImageFile]]:
    for beginning, media_type, opener in _KINDS:
        if content.startswith(beginning):
            return media_type, opener
    if b"<svg" in content[:4096].lower() or name.lower().endswith((".svg", ".svgz")):
        text = N_("{file} is a drawing (SVG). Save it as a PNG picture and choose that.")
        raise UnreadableFile(text, file=name)
    text = N_("{file} is no PNG and no JPEG picture. Save it as one of these and choose that.")
    raise UnreadableFile(text, file=name)


def _refuse_vast(image: Image, name: str) -> None:
    """Pillow's own limit only warns; this is asked before anything is decoded."""
    width, height = image.size
    if max(width, height) > LARGEST_SIDE or width * height > MOST_PIXELS:
        text = N_("{file} is {width} × {height} pixels large. Make it smaller and choose it again.")
        raise UnreadableFile(text, file=name, width=width, height=height)


def _is_fit(image: Image, media_type: str) -> bool:
    is_upright = image.getexif().get(_ORIENTATION, _UPRIGHT) == _UPRIGHT
    return is_upright and max(image.size) <= SHARPEST and image.mode in _PLAIN_MODES[media_type]


def _made_fit(image: Image) -> Image:
    image.draft(None, (SHARPEST, SHARPEST))  # a JPEG is decoded at a part of its size
    upright = ImageOps.exif_transpose(image)
    plain = upright.convert("RGBA" if upright.has_transparency_data else "RGB")
    plain.thumbnail((SHARPEST, SHARPEST), Resampling.LANCZOS, reducing_gap=3.0)
    return plain


def _written(image: Image, media_type: str) -> Picture:
    kept = io.BytesIO()
    if media_type == "image/jpeg":
        image.convert("RGB").save(kept, "JPEG", quality=92)
    else:
        image.save(kept, "PNG")
    return Picture(media_type, _BARE[media_type](kept.getvalue()), *image.size)


@contextmanager
def _damage_named(name: str) -> Iterator[None]:
    try:
        yield
    except _TROUBLE as error:
        text = N_("{file} is damaged and cannot be shown. Choose another file.")
        raise UnreadableFile(text, file=name) from error
