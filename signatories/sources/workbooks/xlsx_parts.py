"""The parts of an xlsx themselves, looked into where a reader's account of them has to be checked."""

import re
import zipfile
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from posixpath import join, normpath
from xml.etree.ElementTree import ParseError

from defusedxml import DefusedXmlException, ElementTree

from signatories.sources.archives import Counted
from signatories.sources.documents import Area
from signatories.sources.readings import Asked, Line, SheetReading
from signatories.sources.refusals import damaged
from signatories.texts import N_, listed, message

_CELL = re.compile(rb"<(?:\w+:)?c(?:\s[^>]*[^/>])?>(.*?)</(?:\w+:)?c>", re.DOTALL)
_CELL_BEGINS = re.compile(rb"<(?:\w+:)?c\s[^<>]*")
_ERROR = re.compile(rb't="e"')  # twenty times faster to find than cells
_VALUE = re.compile(rb"<(?:\w+:)?(?:v|t)(?:\s[^>]*)?>[^<]")
_PLACE = re.compile(rb'\br="([A-Z]{1,3}\d{1,7})"')
_MERGE = re.compile(rb'<(?:\w+:)?mergeCell\s+ref="([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})"')
_BLOCK = 1 << 20  # bytes
_LONGEST_CELL = 1 << 18  # bytes: 32,767 characters, Excel's limit, with markup


@dataclass(frozen=True, slots=True)
class SheetPart:
    """The part that holds a sheet, and what was counted in it."""

    part: str
    counted: Counted


def by_sheet(path: Path, name: str, counted: dict[str, Counted]) -> dict[str, SheetPart]:
    """Parts by the names of sheets, as the workbook lists them. Raises UnreadableFile where it does not."""
    try:
        with zipfile.ZipFile(path) as archive:
            targets = {
                link.get("Id"): normpath(join("xl", link.get("Target", "")).lstrip("/"))
                for link in ElementTree.fromstring(archive.read("xl/_rels/workbook.xml.rels"))
            }
            workbook = ElementTree.fromstring(archive.read("xl/workbook.xml"))
    except (ParseError, DefusedXmlException, KeyError, ValueError) as error:
        raise damaged(name) from error
    found = {}
    for sheet in workbook.iter():
        if sheet.tag.rpartition("}")[2] == "sheet":
            ids = [value for key, value in sheet.attrib.items() if key.rpartition("}")[2] == "id"]
            part = targets.get(ids[0] if ids else None, "")
            if part in counted:
                found[sheet.get("name", "")] = SheetPart(part, counted[part])
    return found


def reconciled(
    asked: Asked,
    reading: SheetReading,
    sheet: SheetPart,
    read_cells: int,
    again: Callable[[], Iterable[Line]] | None,
) -> Iterable[Line] | None:
    """Compare the cells read with those counted: rows to take instead, or None; what is missing is noted.

    `again` reads a second time; None where that would take too long.
    """
    if sheet.counted.hides:
        reading.notes.append(message(N_("The sheet hides rows or columns: they are read too.")))
    missing = sheet.counted.values - read_cells
    if not missing:
        return None
    errors = list(_errors(asked.path, sheet.part))
    if errors:
        text = N_("%n cell(s) with an error in place of a value: {cells}.")
        reading.notes.append(message(text, n=len(errors), cells=listed(errors)))
    missing -= len(errors)
    if missing and again is None:
        text = N_("%n cell(s) could not be read, or held no text.")
        reading.notes.append(message(text, n=abs(missing)))
    if not missing or again is None:
        return None
    return _read_again(reading, missing - _empty(asked.path, sheet.part), read_cells, again)


def _read_again(
    reading: SheetReading, missing: int, read_cells: int, again: Callable[[], Iterable[Line]]
) -> Iterable[Line] | None:
    """The rows as the second reader sees them, if it sees more."""
    if not missing:
        return None
    second = sum(bool(cell) for _, cells in again() for cell in cells)
    if second == read_cells:
        return None  # both see what they see: texts that are empty count as values in the file
    if second < read_cells:
        text = N_("Counted, but not to be read: %n cell(s).")
        reading.notes.append(message(text, n=abs(missing)))
        return None
    text = N_("Read in a second way, because the first missed %n cell(s).")
    reading.notes.append(message(text, n=second - read_cells))
    return again()


def merges(path: Path, part: str) -> Iterator[Area]:
    """The merged cells of a sheet."""
    for found in matches(path, part, _MERGE):
        left, top, right, bottom = found.groups()
        yield Area(int(top), _column(left), int(bottom), _column(right))


def _errors(path: Path, part: str) -> Iterator[str]:
    """The places of cells with an error."""
    for found in matches(path, part, _ERROR):
        text, start = found.string, found.start()
        cell = _CELL_BEGINS.match(text, text.rfind(b"<", 0, start))
        if cell and cell.end() > start:
            place = _PLACE.search(cell[0])
            yield place[1].decode() if place else "?"


def _empty(path: Path, part: str) -> int:
    """The number of cells with an empty value; errors are told apart."""
    cells = matches(path, part, _CELL)
    return sum(not _VALUE.search(cell[1]) and not _ERROR.search(cell[0]) for cell in cells)


def matches(path: Path, part: str, pattern: re.Pattern[bytes]) -> Iterator[re.Match[bytes]]:
    """The matches of a pattern in a part of any size, those across two blocks too."""
    with zipfile.ZipFile(path) as archive, archive.open(part) as file:
        rest = b""
        while block := file.read(_BLOCK):
            text, end = rest + block, 0
            for found in pattern.finditer(text):
                end = found.end()
                yield found
            rest = text[max(end, len(text) - _LONGEST_CELL) :]


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number - 1
