"""Images inside a PDF, each written once, as it first comes: photographs as they are, the rest unpacked."""

import io
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from typing import NamedTuple

from PIL import Image as Pictures
from PIL.Image import Image as Pixels

from signatories.errors import UnreadableFile
from signatories.exports.pdf.objects import THOROUGH, ObjectFile
from signatories.exports.pdf.values import Entry, ref
from signatories.texts import N_
from signatories.typesetting.images import Image

MOST_PIXELS = 64_000_000  # some 200 MB when unpacked; a page at 600 dots an inch has 35 million
_FORMATS = ("JPEG", "PNG", "GIF", "BMP", "TIFF", "WEBP")
_PHOTOGRAPHS = ("JPEG", "MPO")  # some telephones put further views behind the first
_ORIENTATION = 0x0112  # of EXIF: how a camera was held
_TURNS = {
    2: b"-1 0 0 1 1 0 cm ",
    3: b"-1 0 0 -1 1 1 cm ",
    4: b"1 0 0 -1 0 1 cm ",
    5: b"0 -1 -1 0 1 1 cm ",
    6: b"0 -1 1 0 0 1 cm ",
    7: b"0 1 1 0 0 0 cm ",
    8: b"0 1 -1 0 1 0 cm ",
}
_DAMAGES = (OSError, SyntaxError, ValueError, EOFError)  # what Pillow's readers raise
_SPACES = {"1": "/DeviceGray", "L": "/DeviceGray", "RGB": "/DeviceRGB", "CMYK": "/DeviceCMYK"}


class _Used(NamedTuple):
    """An image in the file: its object, and the operators that show it in a square of one unit."""

    number: int
    operators: bytes


class UsedImages:
    """Writes images into a file, and knows how pages show them."""

    def __init__(self, file: ObjectFile) -> None:
        self._file = file
        self._used: dict[Image, _Used] = {}

    def operators(self, image: Image) -> bytes:
        """What shows the image in a square of one unit. Raises UnreadableFile for one that is none."""
        used = self._used.get(image)
        if used is None:
            used = self._used[image] = self._add(image)
        return used.operators

    def entries(self) -> dict[str, Entry]:
        """The images by their names, for resources."""
        return {f"I{count}": ref(used.number) for count, used in enumerate(self._used.values())}

    def _add(self, image: Image) -> _Used:
        with _opened(image) as pixels:
            turn = _TURNS.get(pixels.getexif().get(_ORIENTATION, 1), b"")
            if pixels.format in _PHOTOGRAPHS and pixels.mode in _SPACES:
                number = self._add_photograph(pixels, image.content)
            else:
                number = self._add_pixels(*_parted(pixels))
        return _Used(number, b"%b/I%d Do" % (turn, len(self._used)))

    def _add_photograph(self, pixels: Pixels, content: bytes) -> int:
        """A JPEG as it is. Adobe's programs write the inks of CMYK as what is left white."""
        entries = _entries(pixels) | {"Filter": "/DCTDecode"}
        if pixels.mode == "CMYK" and "adobe" in pixels.info:
            entries["Decode"] = [1, 0] * 4
        return self._file.add_raw_stream(content, entries)

    def _add_pixels(self, colours: Pixels, alpha: Pixels | None) -> int:
        entries = _entries(colours)
        if alpha:
            entries["SMask"] = ref(self._add_pixels(alpha, None))
        return self._file.add_stream(colours.tobytes(), entries, level=THOROUGH)


@contextmanager
def _opened(image: Image) -> Iterator[Pixels]:
    """The image, read to its end by one of the readers we trust."""
    try:
        with (
            warnings.catch_warnings(action="ignore"),
            Pictures.open(io.BytesIO(image.content), formats=_FORMATS) as pixels,
        ):
            if pixels.width * pixels.height > MOST_PIXELS:
                text = N_(
                    "An image of {width} × {height} pixels is too large to print. Make it smaller."
                )
                raise UnreadableFile(text, width=pixels.width, height=pixels.height)
            pixels.load()
            yield pixels
    except (*_DAMAGES, Pictures.DecompressionBombError) as error:
        text = N_("An image cannot be printed, it is damaged: {reason}. Choose another one.")
        raise UnreadableFile(text, reason=error) from error


def _parted(pixels: Pixels) -> tuple[Pixels, Pixels | None]:
    """The colours in a mode that PDF knows, and how opaque each pixel is, where any is not wholly."""
    if pixels.has_transparency_data:
        whole = pixels.convert("RGBA")
        alpha = whole.getchannel("A")
        return whole.convert("RGB"), None if alpha.getextrema() == (255, 255) else alpha
    if pixels.mode.startswith("I"):
        return pixels.convert("I").point(lambda value: value * (1 / 257)).convert("L"), None
    return pixels if pixels.mode in _SPACES else pixels.convert("RGB"), None


def _entries(pixels: Pixels) -> dict[str, Entry]:
    return {
        "Type": "/XObject",
        "Subtype": "/Image",
        "Width": pixels.width,
        "Height": pixels.height,
        "ColorSpace": _SPACES[pixels.mode],
        "BitsPerComponent": 1 if pixels.mode == "1" else 8,
    }
