"""The second reader of xlsx and xlsm: openpyxl, row by row. It is slow, and needs little memory."""

import io
from collections.abc import Iterator
from itertools import islice
from typing import Any

import openpyxl
from openpyxl.utils.exceptions import InvalidFileException

from signatories.sources import archives
from signatories.sources.limits import MOST_AT_ONCE, MOST_MERGES, too_large, too_many
from signatories.sources.readings import Asked, Line, Reading, SheetReading
from signatories.sources.refusals import damaged
from signatories.sources.values import text
from signatories.sources.workbooks import xlsx_parts

_ERRORS = frozenset({"#NULL!", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#N/A"})
_WRONG = (KeyError, ValueError, TypeError, AttributeError, IndexError, SyntaxError)


def read(asked: Asked) -> Reading:
    """The sheets of a workbook. Raises UnreadableFile, also while they are walked through."""
    counted = archives.check(asked.path, asked.name, asked.told)
    if any(part.values > MOST_AT_ONCE for part in counted.values()):
        raise too_large(asked.name)  # more than a minute's work
    parts = xlsx_parts.by_sheet(asked.path, asked.name, counted)
    return Reading(asked.kind, _sheets(asked, parts))


def rows_of(asked: Asked, sheet: SheetReading) -> Iterator[Line]:
    """The rows of one sheet that are not blank. Raises UnreadableFile."""
    workbook = _opened(asked)
    try:
        yield from _lines(asked, workbook[sheet.name])
    finally:
        workbook.close()


def _sheets(asked: Asked, parts: dict[str, xlsx_parts.SheetPart]) -> Iterator[SheetReading]:
    workbook = _opened(asked)
    try:
        for sheet in workbook.worksheets:
            reading = SheetReading(
                sheet.title, _lines(asked, sheet), sheet.sheet_state != "visible"
            )
            if sheet.title in parts:
                found = xlsx_parts.merges(asked.path, parts[sheet.title].part)
                reading.merges += islice(found, MOST_MERGES + 1)
            if len(reading.merges) > MOST_MERGES:
                raise too_many(asked.name)
            yield reading
    finally:
        workbook.close()


def _opened(asked: Asked) -> Any:
    """The workbook. Under the name of another format it is held in memory: a path would be refused for its name."""
    is_named_so = asked.path.suffix.lower() == f".{asked.kind}"
    book = asked.path if is_named_so else io.BytesIO(asked.path.read_bytes())
    try:
        return openpyxl.load_workbook(book, read_only=True, data_only=True, keep_links=False)
    except (*_WRONG, InvalidFileException) as error:
        raise damaged(asked.name) from error


def _lines(asked: Asked, sheet: Any) -> Iterator[Line]:
    sheet.reset_dimensions()  # what a file says of its size is often wrong
    try:
        for line, row in enumerate(sheet.iter_rows(values_only=True), start=1):
            cells = ["" if value in _ERRORS else text(value) for value in row]
            if any(map(str.strip, cells)):
                yield line, cells
    except _WRONG as error:
        raise damaged(asked.name) from error
