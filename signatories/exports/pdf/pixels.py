"""The pixels of an image inside a PDF: photographs as they are, the rest unpacked.

They are pictures that `signatories.pictures` has made fit for print; anything else is a fault of the program.
"""

import io

from PIL.Image import Image as Pixels
from PIL.JpegImagePlugin import JpegImageFile
from PIL.PngImagePlugin import PngImageFile

from signatories.exports.pdf.objects import THOROUGH, ObjectFile
from signatories.exports.pdf.values import Entry, ref
from signatories.typesetting.images import Image

_SPACES = {"1": "/DeviceGray", "L": "/DeviceGray", "RGB": "/DeviceRGB"}


def write(file: ObjectFile, image: Image) -> int:
    """Write an image as an object of a file; return its number."""
    content = io.BytesIO(image.content)
    if image.media_type == "image/jpeg":
        with JpegImageFile(content) as photograph:
            entries = _entries(photograph) | {"Filter": "/DCTDecode"}
        return file.add_raw_stream(image.content, entries)
    with PngImageFile(content) as pixels:
        return _write_pixels(file, *_parted(pixels))


def _write_pixels(file: ObjectFile, colours: Pixels, alpha: Pixels | None) -> int:
    entries = _entries(colours)
    if alpha:
        entries["SMask"] = ref(_write_pixels(file, alpha, None))
    return file.add_stream(colours.tobytes(), entries, level=THOROUGH)


def _parted(pixels: Pixels) -> tuple[Pixels, Pixels | None]:
    """The colours in a mode that PDF knows, and how opaque each pixel is, where any is not wholly."""
    if pixels.has_transparency_data:
        whole = pixels.convert("RGBA")
        alpha = whole.getchannel("A")
        return whole.convert("RGB"), None if alpha.getextrema() == (255, 255) else alpha
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
