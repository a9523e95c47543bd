"""A sheet with more cells than memory holds is cut into slices of whole rows, each small enough for the same reader."""

import re
import shutil
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import IO

from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook

from signatories.sources.limits import too_large
from signatories.sources.readings import Asked
from signatories.sources.refusals import damaged

SLICE = 1 << 26  # bytes: about 1,500,000 cells, and 150 MB for the reader

_WORKBOOK, _LINKS = "xl/workbook.xml", "xl/_rels/workbook.xml.rels"
_SHARED = {"_rels/.rels", "xl/sharedstrings.xml", "xl/styles.xml"}  # programs differ in capitals
_OFFICE = b"http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_SHEETS = re.compile(rb"<((?:\w+:)?)sheets>.*?</\1sheets>", re.DOTALL)
_LINKS_END = re.compile(rb"</(?:\w+:)?Relationships>")
_ROWS_BEGIN = re.compile(rb"<((?:\w+:)?)sheetData>")


def slices(asked: Asked, part: str) -> Iterator[CalamineSheet]:
    """The sheet that stands in a part, in slices; the merged cells are the last one's. Raises UnreadableFile."""
    path = asked.folder / "slices.xlsx"
    try:
        count = _cut(asked, part, path)
        with CalamineWorkbook.from_path(path) as workbook:
            yield from _in_order(asked, workbook, count)
    except CalamineError as error:
        raise damaged(asked.name) from error
    finally:
        path.unlink(missing_ok=True)


def _in_order(asked: Asked, workbook: CalamineWorkbook, count: int) -> Iterator[CalamineSheet]:
    """Rows that do not say their number would begin at 1 in each slice: such a sheet is refused."""
    end = -1
    for number in range(count):
        sheet = workbook.get_sheet_by_index(number)
        if sheet.start and sheet.end:
            if sheet.start[0] <= end:
                raise too_large(asked.name)
            end = sheet.end[0]
        yield sheet


def _cut(asked: Asked, part: str, path: Path) -> int:
    """Write a workbook with a sheet for each slice, and say how many. Nothing is packed: it is read once."""
    with zipfile.ZipFile(asked.path) as whole, zipfile.ZipFile(path, "w") as cut:
        for name in whole.namelist():
            if name.lower() in _SHARED:
                with whole.open(name) as old, cut.open(name, "w", force_zip64=True) as new:
                    shutil.copyfileobj(old, new)
        count = 0
        with whole.open(part) as file:
            for xml in _slices(file, asked.name):
                asked.told(file.tell(), whole.getinfo(part).file_size)
                cut.writestr(f"xl/worksheets/slice{count}.xml", xml)
                count += 1
        cut.writestr(_WORKBOOK, _SHEETS.sub(_listed(count), whole.read(_WORKBOOK)))
        cut.writestr(_LINKS, _LINKS_END.sub(rb"%b\g<0>" % _links(count), whole.read(_LINKS)))
    return count


def _slices(file: IO[bytes], name: str) -> Iterator[bytes]:
    """Each with what comes before the first row; the last with all that follows the rows."""
    text = file.read(SLICE)
    begin = _ROWS_BEGIN.search(text)
    if begin is None:
        raise damaged(name)
    head, text, prefix = text[: begin.end()], text[begin.end() :], begin[1]
    row_ends, sheet_ends = b"</%brow>" % prefix, b"</%bsheetData></%bworksheet>" % (prefix, prefix)
    while more := file.read(SLICE):
        end = text.rfind(row_ends) + len(row_ends)
        if end < len(row_ends):
            raise too_large(name)  # a row of its own larger than a slice
        yield head + text[:end] + sheet_ends
        text = text[end:] + more
    yield head + text


def _listed(count: int) -> bytes:
    """What the workbook says of its sheets, as a template: its own prefix comes first."""
    sheet = rb'<\g<1>sheet xmlns:link="%b" name="%d" sheetId="%d" link:id="slice%d"/>'
    each = b"".join(sheet % (_OFFICE, n, n + 1, n) for n in range(count))
    return rb"<\g<1>sheets>%b</\g<1>sheets>" % each


def _links(count: int) -> bytes:
    link = b'<Relationship Id="slice%d" Type="%b/worksheet" Target="worksheets/slice%d.xml"/>'
    return b"".join(link % (n, _OFFICE, n) for n in range(count))
