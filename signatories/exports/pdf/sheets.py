"""Pages as objects, written as they come; what is the same on many of them is written once."""

from array import array
from collections.abc import Iterator, Sequence, Sized

from signatories.exports.pdf.annotations import Links
from signatories.exports.pdf.drawings import UsedDrawings
from signatories.exports.pdf.forms import Forms
from signatories.exports.pdf.images import UsedImages
from signatories.exports.pdf.objects import ObjectFile
from signatories.exports.pdf.pen import Pen
from signatories.exports.pdf.tree import PageTree
from signatories.exports.pdf.values import dictionary, ref, text
from signatories.typesetting.pages import Document, Feet, Page, Placed

_KEPT = 1 << 12  # contents of pages that may come again


class Sheets:
    """Writes pages into a file. `language`: of the file; documents in another one are marked as such.

    `whole_pages`: each says what it draws with, as archives ask for; else the tree of pages says it once.
    """

    def __init__(self, file: ObjectFile, language: str, *, whole_pages: bool = False) -> None:
        self._file = file
        self._language = language
        self._resources, self._form_resources = file.reserve(), file.reserve()
        self._drawn_with = b"/Resources %d 0 R" % self._resources
        self._own = self._drawn_with if whole_pages else b""
        self._images = UsedImages(file)
        self._drawings = UsedDrawings(file)
        self._pen = Pen(self._images, self._drawings)
        self._links = Links(file)
        self._forms = Forms(file, self._pen, self._form_resources)
        self._tree = PageTree(file)
        self._size: tuple[float, float] | None = None
        self._repeated: dict[bytes, int] = {}

    def add(self, document: Document) -> Sequence[int]:
        """Write the pages of a document; return their numbers."""
        tag = b"" if document.language == self._language else _tag(document.language)
        pages = iter(document.pages)
        if document.feet is not None:
            if not isinstance(document.pages, Sized):
                return self._add_with_feet(pages, document.feet, tag)
            pages = _with_feet(pages, document.feet, len(document.pages))
        return array("Q", (self._add(page, [self._content(page, tag)]) for page in pages))

    def finish(self) -> int:
        """Write the fonts and what else the pages draw with; return the number of the tree of pages."""
        fonts = dictionary({font.name: ref(font.add_to(self._file)) for font in self._pen.fonts})
        single = self._images.entries() | self._drawings.entries()
        drawn = single | self._forms.entries()
        self._file.add(dictionary({"Font": fonts, "XObject": single}), self._form_resources)
        self._file.add(dictionary({"Font": fonts, "XObject": drawn}), self._resources)
        box = _box(*self._size) if self._size else b""
        return self._tree.finish(self._drawn_with + box)

    def _add_with_feet(self, pages: Iterator[Page], feet: Feet, tag: bytes) -> Sequence[int]:
        """Write pages while they are made, and when it is known how many they are, what stands at their feet.

        Of a page it keeps no more than its size and two numbers.
        """
        numbers, blanks, sizes = array("Q"), array("Q"), array("d")
        for page in pages:
            blanks.append(self._file.reserve())
            sizes.extend((page.width, page.height))
            numbers.append(self._add(page, [self._content(page, tag), blanks[-1]]))
        edges = iter(sizes)
        for count, (blank, width, height) in enumerate(zip(blanks, edges, edges, strict=True), 1):
            self._content(Page(width, height, feet(count, len(blanks))), tag, blank)
        return numbers

    def _add(self, page: Page, contents: list[int]) -> int:
        """Write the object of a page whose size all pages share, or it has its own."""
        self._size = self._size or (page.width, page.height)
        box = b"" if self._size == (page.width, page.height) else _box(page.width, page.height)
        shown = b" ".join([b"%d 0 R" % number for number in contents])
        number = self._file.reserve()
        links = self._links.entry(page) if self._pen.linked else b""
        self._tree.add(number, b"/Contents[%b]%b%b%b" % (shown, box, self._own, links))
        return number

    def _content(self, page: Page, tag: bytes, number: int | None = None) -> int:
        """Write what stands on a page as a stream; return its number, or that of an equal one."""
        formed = [self._forms.operators(placed, page) for placed in page.placed]
        drawn = [
            operators or self._draw(placed, page.height)
            for operators, placed in zip(formed, page.placed, strict=True)
        ]
        content = b"\n".join([tag, *drawn, b"EMC"] if tag else drawn)
        if number is not None or not all(formed):
            return self._file.add_stream(content, number=number)
        if content not in self._repeated:
            if len(self._repeated) > _KEPT:
                self._repeated.clear()
            self._repeated[content] = self._file.add_stream(content)
        return self._repeated[content]

    def _draw(self, placed: Placed, height: float) -> bytes:
        x, y, galley, first, end = placed
        return self._pen.draw(galley, first, end, x, height - y)


def _with_feet(pages: Iterator[Page], feet: Feet, count: int) -> Iterator[Page]:
    for number, page in enumerate(pages, start=1):
        yield page._replace(placed=(*page.placed, *feet(number, count)))


def _box(width: float, height: float) -> bytes:
    return b"/MediaBox[0 0 %.6g %.6g]" % (width, height)


def _tag(language: str) -> bytes:
    return b"/P<</Lang%b>>BDC" % text(language)
