"""Images inside a PDF, each written once, as it first comes: photographs as they are, the rest unpacked.

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


class UsedImages:
    """Writes images into a file, and knows how pages show them."""

    def __init__(self, file: ObjectFile) -> None:
        self._file = file
        self._used: dict[Image, tuple[bytes, int]] = {}

    def operators(self, image: Image) -> bytes:
        """What shows the image in a square of one unit."""
        used = self._used.get(image)
        if used is None:
            used = self._used[image] = (b"/I%d Do" % len(self._used), self._add(image))
        return used[0]

    def entries(self) -> dict[str, Entry]:
        """The images by their names, for resources."""
        return {f"I{count}": ref(number) for count, (_, number) in enumerate(self._used.values())}

    def _add(self, image: Image) -> int:
        content = io.BytesIO(image.content)
        if image.media_type == "image/jpeg":
            with JpegImageFile(content) as photograph:
                entries = _entries(photograph) | {"Filter": "/DCTDecode"}
            return self._file.add_raw_stream(image.content, entries)
        with PngImageFile(content) as pixels:
            return self._add_pixels(*_parted(pixels))

    def _add_pixels(self, colours: Pixels, alpha: Pixels | None) -> int:
        entries = _entries(colours)
        if alpha:
            entries["SMask"] = ref(self._add_pixels(alpha, None))
        return self._file.add_stream(colours.tobytes(), entries, level=THOROUGH)


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
