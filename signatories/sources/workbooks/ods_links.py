"""What stands behind the cells of the sheets of an ods: the addresses that they link to, and comments."""

import re
from collections.abc import Mapping
from pathlib import Path
from xml.sax.saxutils import unescape

from signatories.sources.behind_cells import Behind, cell_name, is_address
from signatories.sources.workbooks import xlsx_parts

_PART = "content.xml"
_ANY = re.compile(rb"<(?:text:a|office:annotation)\b")
_TAG = re.compile(
    rb"<(?P<tag>table:table|table:table-row|table:(?:covered-)?table-cell|text:a|/?office:annotation)"
    rb"(?P<said>\s[^>]*)?>"
)
_NAME = re.compile(rb'\stable:name="([^"]*)"')
_ROWS = re.compile(rb'\stable:number-rows-repeated="(\d{1,7})"')
_COLUMNS = re.compile(rb'\stable:number-columns-repeated="(\d{1,5})"')
_TARGET = re.compile(rb'\sxlink:href="([^"]*)"')
_MOST_ALIKE = 1_000  # lines that repeat one with links


def by_sheet(path: Path) -> Mapping[str, Behind]:
    """What is behind the cells of each sheet, by its name; nothing where no cell has any, which is soon seen."""
    if next(xlsx_parts.matches(path, _PART, _ANY), None) is None:
        return {}
    walk = _Walk()
    for tag in xlsx_parts.matches(path, _PART, _TAG):
        walk.see(tag["tag"].decode(), tag["said"] or b"")
    return walk.found


class _Walk:
    """Where the walk through the tags is: repeated rows and cells count as often as they stand."""

    def __init__(self) -> None:
        self.found: dict[str, Behind] = {}
        self._sheet = Behind()
        self._line = self._column = (
            0  # of the latest row and cell, the first of those that are repeated
        )
        self._rows = self._columns = 1
        self._is_in_comment = False

    def see(self, tag: str, said: bytes) -> None:
        if tag == "table:table":
            self._begin_sheet(said)
        elif tag == "table:table-row":
            self._line, self._rows = self._line + self._rows, _times(_ROWS, said)
            self._column, self._columns = 0, 1
        elif tag == "text:a":
            self._see_link(said)
        elif tag.endswith("annotation"):
            self._see_comment(is_end=tag.startswith("/") or said.endswith(b"/"))
        else:
            self._column, self._columns = self._column + self._columns, _times(_COLUMNS, said)

    def _begin_sheet(self, said: bytes) -> None:
        name = _NAME.search(said)
        self._sheet = self.found.setdefault(_text(name[1]) if name else "", Behind())
        self._line, self._rows = 0, 1

    def _see_link(self, said: bytes) -> None:
        target = _TARGET.search(said)
        if target is None or self._is_in_comment or not is_address(address := _text(target[1])):
            return
        for line in range(self._line, self._line + min(self._rows, _MOST_ALIKE)):
            self._sheet.links[line].append(address)

    def _see_comment(self, *, is_end: bool) -> None:
        if not is_end:
            self._sheet.comments.append(cell_name(self._line, self._column - 1))
        self._is_in_comment = not is_end


def _times(pattern: re.Pattern[bytes], said: bytes) -> int:
    found = pattern.search(said)
    return int(found[1]) if found else 1


def _text(value: bytes) -> str:
    return unescape(value.decode("utf-8", "replace"), {"&quot;": '"', "&apos;": "'"})
