"""Outlines inside a PDF that come again and again: each written once, as a form, as it first comes."""

from signatories.exports.pdf.objects import ObjectFile
from signatories.exports.pdf.values import FORM, Entry, ref


class UsedDrawings:
    """Writes outlines into a file, and knows how pages show them."""

    def __init__(self, file: ObjectFile) -> None:
        self._file = file
        self._used: dict[bytes, tuple[bytes, int]] = {}

    def operators(self, drawing: bytes) -> bytes:
        """What shows an outline, given as operators around its own point of origin."""
        used = self._used.get(drawing)
        if used is None:
            number = self._file.add_stream(drawing, FORM)
            used = self._used[drawing] = (b"/M%d Do" % len(self._used), number)
        return used[0]

    def entries(self) -> dict[str, Entry]:
        """The outlines by their names, for resources."""
        return {f"M{count}": ref(number) for count, (_, number) in enumerate(self._used.values())}
