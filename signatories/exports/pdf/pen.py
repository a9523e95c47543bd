"""Galleys as PDF page operators."""

from collections.abc import Iterable

from signatories.exports.pdf.drawings import UsedDrawings
from signatories.exports.pdf.fonts import UsedFont
from signatories.exports.pdf.images import UsedImages
from signatories.exports.pdf.lines import LineCoder, TextObject
from signatories.typesetting.galleys import Galley, Line, Picture, Shade, Shown, Stroke, Upright


class Pen:
    """Writes galleys as page operators; each word is put into operators once."""

    def __init__(self, images: UsedImages, drawings: UsedDrawings) -> None:
        self._images = images
        self._coder = LineCoder(drawings)

    @property
    def fonts(self) -> Iterable[UsedFont]:
        """The fonts used so far, in the order of their first use."""
        return self._coder.fonts

    @property
    def linked(self) -> bool:
        """Whether any word that was drawn leads anywhere."""
        return self._coder.linked

    def draw(self, galley: Galley, first: int, end: int, x: float, y: float) -> bytes:
        """Operators that show lines `first` to `end` of a galley.

        `x`, `y`: where the top left corner of the first line stands, in PDF's space (y upwards).
        """
        top = y + galley.tops[first]
        pieces = [*zip(galley.tops[first:end], galley.lines[first:end], strict=True)]
        text = TextObject(self._coder)
        text.show(pieces, x, top)
        behind: list[bytes] = []
        before: list[bytes] = []
        for above, shown in [piece for piece in pieces if type(piece[1]) is not Line]:
            if isinstance(shown, Shade):
                behind.append(_shade(shown, x, top - above))
            else:
                before.append(self._drawing(shown, x, top - above))
        return b"\n".join([*behind, *text.operators, *before])

    def _drawing(self, shown: Shown, left: float, top: float) -> bytes:
        match shown:
            case Stroke():
                middle = top - shown.middle
                return _box(
                    left + shown.x, middle - shown.thickness / 2, shown.length, shown.thickness
                )
            case Upright():
                x, bottom = left + shown.x, top - shown.top - shown.height
                return _box(x - shown.thickness / 2, bottom, shown.thickness, shown.height)
            case Picture():
                place = (shown.width, shown.height, left + shown.x, top - shown.top - shown.height)
                shows = self._images.operators(shown.image)
                return b"q %.6g 0 0 %.6g %.6g %.6g cm %b Q" % (*place, shows)
        raise AssertionError(shown)


def _box(x: float, y: float, width: float, height: float) -> bytes:
    return b"%.6g %.6g %.6g %.6g re f" % (x, y, width, height)


def _shade(shade: Shade, left: float, top: float) -> bytes:
    box = _box(left + shade.x, top - shade.top - shade.height, shade.length, shade.height)
    return b"q %.4g g %b Q" % (shade.grey, box)
