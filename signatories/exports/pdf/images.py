"""Images inside a PDF, each written once, as it first comes."""

from signatories.exports.pdf.objects import ObjectFile
from signatories.exports.pdf.values import Entry, ref
from signatories.typesetting.images import Image


class UsedImages:
    """Writes images into a file, and knows how pages show them."""

    def __init__(self, file: ObjectFile) -> None:
        self._file = file
        self._used: dict[Image, tuple[bytes, int]] = {}

    def operators(self, image: Image) -> bytes:
        """What shows the image in a square of one unit."""
        from signatories.exports.pdf import pixels  # noqa: PLC0415 - Pillow, where there is a picture

        used = self._used.get(image)
        if used is None:
            number = pixels.write(self._file, image)
            used = self._used[image] = (b"/I%d Do" % len(self._used), number)
        return used[0]

    def entries(self) -> dict[str, Entry]:
        """The images by their names, for resources."""
        return {f"I{count}": ref(number) for count, (_, number) in enumerate(self._used.values())}
