"""Reads Word documents: tables, lists and lines of text, from the document's own part."""

import zipfile
from collections.abc import Iterator
from typing import Any

from lxml import etree

from signatories.sources import archives, pages
from signatories.sources.behind_cells import is_address, relations
from signatories.sources.documents import Area
from signatories.sources.pages import Block, Grid, TextLine, raised
from signatories.sources.readings import Asked, Reading
from signatories.sources.refusals import damaged

_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_TARGET = "target"  # of a link, put beside its id: what reads a table knows no other part
_BOX = _WORD + "txbxContent"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_UNSEEN = {_WORD + "del", _WORD + "moveFrom", _WORD + "instrText", _FALLBACK}
_SIGNS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
_BODY = "word/document.xml"


def read(asked: Asked) -> Reading:
    """The sheets of a document. Raises UnreadableFile."""
    archives.check(asked.path, asked.name, asked.told)
    try:
        with zipfile.ZipFile(asked.path) as archive:
            body = _parsed(archive.read(_BODY))
            styles = "word/styles.xml"
            listed = (
                _list_styles(_parsed(archive.read(styles)))
                if styles in archive.namelist()
                else set()
            )
    except (etree.XMLSyntaxError, KeyError) as error:
        raise damaged(asked.name) from error
    targets = {each.id: each.target for each in relations(asked.path, _BODY)}
    for link in body.iter(_WORD + "hyperlink"):
        link.set(_TARGET, targets.get(link.get(_RELATION, ""), ""))
    return Reading("docx", pages.sheets(list(_gathered(_blocks(body, listed)))))


def _parsed(xml: bytes) -> Any:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
    return etree.fromstring(xml.replace(_STRICT, _WORD[1:-1].encode()), parser)


def _list_styles(styles: Any) -> set[str]:
    """The styles that number or bullet their paragraphs."""
    found = styles.iterfind(f"{_WORD}style/{_WORD}pPr/{_WORD}numPr/../..")
    return {style.get(_WORD + "styleId", "") for style in found}


def _blocks(parent: Any, listed: set[str]) -> Iterator[Block]:
    """Blocks in their order; each paragraph of a list is one of its own."""
    for child in parent:
        if child.tag == _WORD + "p":
            is_item = _is_item(child, listed)
            for line in _text(child).split("\n"):
                if line.strip() and not is_item:
                    yield TextLine(line.strip())
            if is_item and _text(child).strip():
                yield Grid([(" ".join(_text(child).split()),)], is_list=True)
            for box in _boxes(child):
                found = _blocks(box, listed)
                yield from map(_as_item, found) if is_item else found
        elif child.tag == _WORD + "tbl":
            yield _table(child)
        elif child.tag not in _UNSEEN:
            yield from _blocks(child, listed)


def _as_item(block: Block) -> Block:
    """What stands in a box beside an item of a list: its lines are among the items, or the list would end there."""
    return Grid([(block.text,)], is_list=True) if isinstance(block, TextLine) else block


def _gathered(blocks: Iterator[Block]) -> Iterator[Block]:
    """Items that follow one another become one list."""
    listing: Grid | None = None
    for block in blocks:
        if isinstance(block, Grid) and block.is_list:
            listing = Grid([*listing.rows, *block.rows], is_list=True) if listing else block
            continue
        if listing:
            yield listing
            listing = None
        yield block
    if listing:
        yield listing


def _is_item(paragraph: Any, listed: set[str]) -> bool:
    number = paragraph.find(f"{_WORD}pPr/{_WORD}numPr/{_WORD}numId")
    if number is not None:
        return bool(number.get(_WORD + "val") != "0")  # 0 takes away what the style gives
    style = paragraph.find(f"{_WORD}pPr/{_WORD}pStyle")
    return style is not None and style.get(_WORD + "val") in listed


def _text(element: Any) -> str:
    """The text of a paragraph as it would print: without what was deleted."""
    if element.tag in _UNSEEN or element.tag == _BOX or _is_hidden(element):
        return ""
    if element.tag == _WORD + "t":
        return raised(element.text or "") if _is_raised(element.getparent()) else element.text or ""
    sign = _SIGNS.get(str(element.tag).removeprefix(_WORD))
    return sign or "".join(_text(child) for child in element)


def _boxes(element: Any) -> Iterator[Any]:
    """The text boxes that hang on a paragraph: their lines stand by themselves."""
    for child in element:
        if child.tag == _BOX:
            yield child
        elif child.tag not in _UNSEEN:
            yield from _boxes(child)


def _is_hidden(run: Any) -> bool:
    hidden = run.find(f"{_WORD}rPr/{_WORD}vanish")
    return hidden is not None and hidden.get(_WORD + "val") not in ("0", "false")


def _is_raised(run: Any) -> bool:
    place = run.find(f"{_WORD}rPr/{_WORD}vertAlign")
    return place is not None and place.get(_WORD + "val") == "superscript"


def _table(table: Any) -> Grid:
    grid = Grid([], is_list=False)
    open_areas: dict[
        int, int
    ] = {}  # column: the place in grid.merges of the cell that reaches down
    for line, row in enumerate(_within(table, "tr"), start=1):
        cells: list[str] = []
        for cell in _within(row, "tc"):
            column, wide = len(cells), _wide(cell)
            merge = cell.find(f"{_WORD}tcPr/{_WORD}vMerge")
            goes_on = merge is not None and merge.get(_WORD + "val") != "restart"
            area = Area(line, column, line, column + wide - 1)
            if goes_on and column in open_areas:
                place = open_areas[column]
                above = grid.merges[place]
                grid.merges[place] = Area(above.first_line, column, line, above.last_column)
            elif merge is not None or wide > 1:
                open_areas[column] = len(grid.merges)
                grid.merges.append(area)
            text = "" if goes_on else "\n".join(map(_text, _paragraphs(cell))).strip()
            cells += [text, *[""] * (wide - 1)]
            targets = (link.get(_TARGET, "") for link in cell.iter(_WORD + "hyperlink"))
            if behind := list(filter(is_address, targets)):
                grid.links.setdefault(line, []).extend(behind)
        grid.rows.append(tuple(cells))
    return grid


def _within(parent: Any, tag: str) -> Iterator[Any]:
    """Rows of a table, or cells of a row: also those inside content controls."""
    for child in parent:
        if child.tag == _WORD + tag:
            yield child
        elif child.tag in (_WORD + "sdt", _WORD + "sdtContent", _WORD + "ins"):
            yield from _within(child, tag)


def _paragraphs(cell: Any) -> list[Any]:
    return list(cell.iter(_WORD + "p"))


def _wide(cell: Any) -> int:
    span = cell.find(f"{_WORD}tcPr/{_WORD}gridSpan")
    said = span.get(_WORD + "val", "1") if span is not None else "1"
    return min(max(int(said), 1), 1000) if said.isdecimal() and len(said) < 9 else 1
