"""Reads web pages and pasted HTML: their tables, lists and lines. Nothing in them is run, nothing fetched."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from lxml import etree, html

from signatories.errors import UnreadableFile
from signatories.sources import encodings, pages
from signatories.sources.behind_cells import is_address
from signatories.sources.documents import Area
from signatories.sources.limits import MOST_CELLS, too_many
from signatories.sources.pages import Block, Grid, TextLine, raised
from signatories.sources.readings import Asked, Reading
from signatories.sources.refusals import damaged
from signatories.texts import N_

LARGEST = 100_000_000  # bytes

_UNSEEN = {"script", "style", "head", "template", "noscript", "svg", "iframe", "object", "select"}
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_INLINE = {
    *("a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em"),
    *("font", "i", "ins", "kbd", "label", "mark", "q", "s", "samp", "small", "span", "strike"),
    *("strong", "sub", "sup", "time", "tt", "u", "var", "wbr", "img"),
}
_SPACES = re.compile(r"[ \t\r\n\f]+")
_CHARSET = re.compile(rb"<meta[^>]+charset\s*=\s*[\"']?([\w-]+)", re.IGNORECASE)
_XML_DECLARATION = re.compile(r"\s*<\?xml[^>]*>")
_WIDEST, _TALLEST = 1_000, 65_534  # as browsers limit what a cell may span
_TOO_DEEP = "Excessive depth"


def read(asked: Asked) -> Reading:
    """The sheets of a page. Raises UnreadableFile."""
    if asked.path.stat().st_size > LARGEST:
        text = N_("“{file}” is larger than 100 MB. Copy the list from the page, and paste it.")
        raise UnreadableFile(text, file=asked.name)
    data = asked.path.read_bytes()
    encoding = encodings.find(lambda: asked.path.open("rb"), asked.name, _told(asked, data))
    with encodings.opened(lambda: asked.path.open("rb"), encoding.name) as text_file:
        found = blocks(text_file.read(), asked.name)
    return Reading("html", pages.sheets(found), encoding.name, encoding.guessed)


def blocks(text: str, name: str) -> list[Block]:
    """What stands on a page. Raises UnreadableFile."""
    parser = html.HTMLParser(
        huge_tree=False, no_network=True, encoding="utf-8", remove_comments=True
    )
    data = _XML_DECLARATION.sub("", text, count=1).encode("utf-8", "replace")
    try:
        page = html.document_fromstring(data, parser=parser)
    except etree.ParserError:
        return []  # nothing on it
    except etree.LxmlError as error:
        raise damaged(name) from error
    if any(_TOO_DEEP in entry.message for entry in parser.error_log):
        raise damaged(name)
    for mark in page.iter("sup"):
        text = raised(mark.text_content())
        mark.clear(keep_tail=True)
        mark.text = text
    walk = _Walk(name)
    walk.into(page)
    walk.end_line()
    return walk.blocks


def _told(asked: Asked, data: bytes) -> str | None:
    """The encoding that was chosen, or that the page says; what it says is not believed when it does not fit."""
    if asked.how.encoding:
        return asked.how.encoding
    said = _CHARSET.search(data[:4096])
    if said is None:
        return None
    encoding = {"iso-8859-1": "cp1252", "latin1": "cp1252"}.get(said[1].decode().lower())
    encoding = encoding or said[1].decode()
    try:
        data.decode(encoding)
    except (UnicodeDecodeError, LookupError):
        return None
    return encoding


class _Walk:
    """Goes through a page and gathers its blocks."""

    def __init__(self, name: str) -> None:
        self.blocks: list[Block] = []
        self._name = name
        self._line: list[str] = []
        self._is_heading = False

    def into(self, element: Any) -> None:
        """Take what is in an element, and what follows it."""
        tag = element.tag
        if tag == "br":
            self.end_line()
        elif tag == "table" and _is_of_data(element):
            self._take(_table(element, self._name))
        elif tag in ("ul", "ol"):
            self._take(Grid([(item,) for item in _items(element)], is_list=True))
        elif isinstance(tag, str) and tag not in _UNSEEN:
            self._is_heading |= tag in _HEADINGS
            self._through(element, is_block=tag not in _INLINE)
            self._is_heading &= tag not in _HEADINGS
        self._line.append(element.tail or "")

    def end_line(self) -> None:
        """A line ends; blank ones are none."""
        text = _SPACES.sub(" ", "".join(self._line)).strip()
        if text.strip("\xa0"):
            self.blocks.append(TextLine(text, self._is_heading))
        self._line.clear()

    def _through(self, element: Any, *, is_block: bool) -> None:
        if is_block:
            self.end_line()
        self._line.append(element.text or "")
        for child in element:
            self.into(child)
        if is_block:
            self.end_line()

    def _take(self, grid: Grid) -> None:
        self.end_line()
        if grid.rows:
            self.blocks.append(grid)


def _is_of_data(table: Any) -> bool:
    """Not one that only places other things on the page."""
    rows = [_cells(row) for row in _rows(table)]
    return any(len(cells) > 1 for cells in rows) and table.find(".//table") is None


def _rows(table: Any) -> Iterator[Any]:
    for child in table:
        if child.tag == "tr":
            yield child
        elif child.tag in ("thead", "tbody", "tfoot"):
            yield from (row for row in child if row.tag == "tr")


def _cells(row: Any) -> list[Any]:
    return [cell for cell in row if cell.tag in ("td", "th")]


@dataclass(slots=True)
class _Spans:
    """Cells that reach into rows below: the lines left, by column."""

    left: dict[int, int] = field(default_factory=dict)

    def next_row(self) -> set[int]:
        taken = set(self.left)
        self.left = {column: lines - 1 for column, lines in self.left.items() if lines > 1}
        return taken


def _table(table: Any, name: str) -> Grid:
    grid = Grid([], is_list=False)
    spans, count = _Spans(), 0
    for line, row in enumerate(_rows(table), start=1):
        taken = spans.next_row()
        cells: list[str] = []
        for cell in _cells(row):
            while len(cells) in taken:
                cells.append("")
            wide, tall = _span(cell, "colspan", _WIDEST), _span(cell, "rowspan", _TALLEST)
            first, last = len(cells), len(cells) + wide - 1
            if tall > 1:
                spans.left.update(dict.fromkeys(range(first, last + 1), tall - 1))
            if wide > 1 or tall > 1:
                grid.merges.append(Area(line, first, line + tall - 1, last))
            if behind := list(filter(is_address, cell.xpath(".//a/@href"))):
                grid.links.setdefault(line, []).extend(behind)
            cells += [_text(cell, name), *[""] * (wide - 1)]
        grid.rows.append(tuple(cells))
        count += len(cells)
        if count > MOST_CELLS:
            raise too_many(name)
    return grid


def _span(cell: Any, attribute: str, most: int) -> int:
    said = cell.get(attribute, "1").strip()
    return min(max(int(said), 1), most) if said.isdecimal() and len(said) < 9 else 1


def _text(element: Any, name: str) -> str:
    """The text in a cell, its lines apart."""
    walk = _Walk(name)
    element.tail = None
    walk.into(element)
    walk.end_line()
    lines = [line for block in walk.blocks for line in _lines(block)]
    return "\n".join(lines)


def _lines(block: Block) -> list[str]:
    return [block.text] if isinstance(block, TextLine) else [" ".join(row) for row in block.rows]


def _items(listing: Any) -> Iterator[str]:
    """The texts of a list's items; those of lists within stand after the item that they belong to."""
    for item in listing:
        if item.tag in ("ul", "ol"):
            yield from _items(item)
        elif isinstance(item.tag, str):
            inner = [child for child in item.iter("ul", "ol") if _nearest_item(child) is item]
            texts = [text for child in inner for text in _items(child)]
            for child in inner:
                child.drop_tree()
            text = _SPACES.sub(" ", item.text_content()).strip()
            yield from filter(None, [text, *texts])


def _nearest_item(element: Any) -> Any:
    return next((above for above in element.iterancestors("li")), None)
