"""Words that lead to an address: where on a page a reader can follow them."""

from collections.abc import Iterator
from itertools import groupby
from typing import NamedTuple
from urllib.parse import quote
from weakref import WeakKeyDictionary

from signatories.exports.links import is_safe
from signatories.exports.pdf.objects import ObjectFile
from signatories.exports.pdf.values import Entries, dictionary, text
from signatories.typesetting.galleys import Galley, Line, Word
from signatories.typesetting.pages import Page, Placed
from signatories.typesetting.plain import SPACE

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
        self._areas: WeakKeyDictionary[Galley, dict[tuple[int, int], tuple[_Area, ...]]] = (
            WeakKeyDictionary()
        )

    def entry(self, page: Page) -> bytes:
        """What the page's object says of its links; nothing where it has none."""
        found = [
            b"<</Type/Annot/Subtype/Link/F 4/Border[0 0 0]/Rect[%.6g %.6g %.6g %.6g]/A %d 0 R>>"
            % (
                placed.x + area.left,
                page.height - placed.y - area.bottom,
                placed.x + area.right,
                page.height - placed.y - area.top,
                self._action(area.address),
            )
            for placed in page.placed
            for area in self._of(placed)
        ]
        return b"/Annots[%b]" % b"".join(found) if found else b""

    def _of(self, placed: Placed) -> tuple[_Area, ...]:
        kept = self._areas.setdefault(placed.galley, {})
        place = (placed.first, placed.end)
        if place not in kept:
            kept[place] = tuple(_areas(*placed[2:]))
        return kept[place]

    def _action(self, address: str) -> int:
        number = self._actions.get(address)
        if number is None:
            entries: Entries = {"S": "/URI", "URI": text(quote(address, safe=_AS_THEY_ARE))}
            number = self._actions[address] = self._file.add(dictionary(entries))
        return number


def _areas(galley: Galley, first: int, end: int) -> Iterator[_Area]:
    above = galley.tops[first]
    for number in range(first, end):
        line = galley.lines[number]
        if not isinstance(line, Line):
            continue
        x = line.x
        for address, words in groupby(line.words, lambda word: word.style.link):
            width = sum(_advance(word, line) for word in words)
            if is_safe(address):
                top, bottom = galley.tops[number] - above, galley.bottoms[number] - above
                yield _Area(address, x, top, x + width, bottom)
            x += width


def _advance(word: Word, line: Line) -> float:
    return word.width + (line.stretch if word.text == SPACE else 0)
