"""Words that lead to an address: where on a page a reader can follow them."""

from collections.abc import Iterator
from itertools import groupby
from typing import NamedTuple
from urllib.parse import quote

from signatories.exports.pdf.objects import ObjectFile
from signatories.exports.pdf.values import Entries, dictionary, text
from signatories.merge.links import is_safe
from signatories.typesetting.galleys import Galley, Line, Word
from signatories.typesetting.pages import Page, Placed
from signatories.typesetting.plain import SPACE

_KEPT = 1 << 12  # pieces in their places
_AS_THEY_ARE = "%/:=&?~#+!$,;'@()*[]"


class _Area(NamedTuple):
    """Words in a row that lead to one address; the edges as seen from where their piece begins, downwards."""

    address: str
    left: float
    top: float
    right: float
    bottom: float


class Links:
    """Finds the links of pages; each address is written once."""

    def __init__(self, file: ObjectFile) -> None:
        self._file = file
        self._actions: dict[str, int] = {}
        self._kept: dict[tuple[Placed, float], bytes] = {}

    def entry(self, page: Page) -> bytes:
        """What the page's object says of its links; nothing where it has none."""
        found = b"".join([self._of(placed, page.height) for placed in page.placed])
        # An object of its own: PDFium goes through all pages before the one that it is asked for.
        return b"/Annots %d 0 R" % self._file.add(b"[%b]" % found) if found else b""

    def _of(self, placed: Placed, height: float) -> bytes:
        made = self._kept.get((placed, height))
        if made is None:
            if len(self._kept) > _KEPT:
                self._kept.clear()
            areas = _areas(*placed[2:]) if _is_linked(placed) else ()
            made = b"".join([self._annotation(area, placed, height) for area in areas])
            self._kept[placed, height] = made
        return made

    def _annotation(self, area: _Area, placed: Placed, height: float) -> bytes:
        left, right = placed.x + area.left, placed.x + area.right
        top, bottom = height - placed.y - area.top, height - placed.y - area.bottom
        box = (left, bottom, right, top, self._action(area.address))
        return (
            b"<</Type/Annot/Subtype/Link/F 4/Border[0 0 0]/Rect[%.6g %.6g %.6g %.6g]/A %d 0 R>>"
            % box
        )

    def _action(self, address: str) -> int:
        number = self._actions.get(address)
        if number is None:
            entries: Entries = {"S": "/URI", "URI": text(quote(address, safe=_AS_THEY_ARE))}
            number = self._actions[address] = self._file.add(dictionary(entries))
        return number


def _is_linked(placed: Placed) -> bool:
    """Whether any of its words leads anywhere: most pieces have none."""
    lines = placed.galley.lines[placed.first : placed.end]
    return any(word.style.link for line in lines if isinstance(line, Line) for word in line.words)


def _areas(galley: Galley, first: int, end: int) -> Iterator[_Area]:
    above = galley.tops[first]
    for number in range(first, end):
        line = galley.lines[number]
        if not isinstance(line, Line):
            continue
        x = line.x
        for address, words in groupby(line.printed, lambda word: word.style.link):
            width = sum(_advance(word, line) for word in words)
            if is_safe(address):
                top, bottom = galley.tops[number] - above, galley.bottoms[number] - above
                yield _Area(address, x, top, x + width, bottom)
            x += width


def _advance(word: Word, line: Line) -> float:
    return word.width + (line.stretch if word.text == SPACE else 0)
