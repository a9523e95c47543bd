"""Reads xlsx, xlsm, xlsb, xls and ods with calamine; where cells are missing, asks a second reader."""

from collections.abc import Iterator
from types import ModuleType

from python_calamine import (
    CalamineError,
    CalamineSheet,
    CalamineWorkbook,
    PasswordError,
    SheetTypeEnum,
    SheetVisibleEnum,
)

from signatories.sources import archives, behind_cells
from signatories.sources.behind_cells import Behind
from signatories.sources.documents import Area
from signatories.sources.limits import MOST_AT_ONCE, MOST_CELLS, MOST_MERGES, MOST_SHEETS, too_many
from signatories.sources.readings import Asked, Line, Reading, SheetReading
from signatories.sources.refusals import damaged, locked
from signatories.sources.values import TEXTS
from signatories.sources.workbooks import large_sheets, ods_links, xls_links, xlsx_links, xlsx_parts
from signatories.sources.workbooks.xlsx_parts import SheetPart

_LINKS = {"ods": ods_links.by_sheet, "xls": xls_links.by_sheet}


def read(asked: Asked) -> Reading:
    """The sheets of a workbook. Raises UnreadableFile, also while they are walked through."""
    counted: dict[str, SheetPart] = {}
    if asked.kind != "xls":
        parts = archives.check(asked.path, asked.name, asked.told)
        if sum(part.values for part in parts.values()) > MOST_CELLS:
            raise too_many(asked.name)
        if asked.kind in ("xlsx", "xlsm"):
            counted = xlsx_parts.by_sheet(asked.path, asked.name, parts)
    try:
        workbook = _opened(asked)
    except PasswordError as error:
        raise locked(asked.name) from error
    except CalamineError as error:
        if counted:
            reading: Reading = _second_reader().read(asked)
            return reading
        raise damaged(asked.name) from error
    return Reading(asked.kind, _sheets(asked, workbook, counted))


def _opened(asked: Asked) -> CalamineWorkbook:
    """The workbook. Under the name of another format it is held in memory: the reader would go by the name."""
    if asked.path.suffix.lower() == f".{asked.kind}":
        return CalamineWorkbook.from_path(asked.path)
    with asked.path.open("rb") as file:
        return CalamineWorkbook.from_filelike(file)


def _sheets(
    asked: Asked, workbook: CalamineWorkbook, counted: dict[str, SheetPart]
) -> Iterator[SheetReading]:
    if len(workbook.sheets_metadata) > MOST_SHEETS:
        raise too_many(asked.name)
    links = _LINKS.get(asked.kind)
    behind = links(asked.path) if links else {}
    for number, about in enumerate(workbook.sheets_metadata):
        if about.typ is SheetTypeEnum.WorkSheet:
            reading = SheetReading(about.name, (), about.visible is not SheetVisibleEnum.Visible)
            part = counted.get(about.name)
            if part is None or part.counted.values <= MOST_AT_ONCE:
                sheet = _read_sheet(asked, workbook, number, reading, part)
                if sheet is not None and about.name in behind:
                    _put_beside(reading, sheet, behind[about.name])
                yield reading
                continue
            workbook.close()  # its texts would be in memory twice
            _read_slices(asked, reading, part)
            yield reading
            workbook = _opened(asked)


def _read_sheet(
    asked: Asked,
    workbook: CalamineWorkbook,
    number: int,
    reading: SheetReading,
    counted: SheetPart | None,
) -> CalamineSheet | None:
    """Give the reading its rows, from the second reader if the first cannot: then there is no sheet."""
    try:
        sheet = workbook.get_sheet_by_index(number)
    except CalamineError as error:
        if counted is None:
            raise damaged(asked.name) from error
        reading.rows = _second_reader().rows_of(asked, reading)
        return None
    _take_merges(asked, reading, sheet)
    tally = Tally()
    reading.rows = _lines(sheet, tally)
    if counted is None:
        return sheet
    _take_what_is_behind(asked, reading, counted, sheet)
    reading.instead = lambda: xlsx_parts.reconciled(
        asked, reading, counted, tally.cells, lambda: _second_reader().rows_of(asked, reading)
    )
    return sheet


def _take_what_is_behind(
    asked: Asked, reading: SheetReading, counted: SheetPart, sheet: CalamineSheet
) -> None:
    """Add the addresses that cells link to, and say which have a comment."""
    found = behind_cells.relations(asked.path, counted.part)
    if behind := xlsx_links.links(asked.path, counted.part, found):
        reading.rows = behind_cells.beside(reading.rows, behind, _width(sheet), reading.notes)
    reading.notes += xlsx_links.about_comments(asked.path, counted.part, found)


def _put_beside(reading: SheetReading, sheet: CalamineSheet, behind: Behind) -> None:
    """The same for an ods or xls, whose sheets are all in one part."""
    if behind.links:
        reading.rows = behind_cells.beside(reading.rows, behind.links, _width(sheet), reading.notes)
    reading.notes += behind_cells.about_comments(behind.comments)


def _width(sheet: CalamineSheet) -> int:
    return sheet.end[1] + 1 if sheet.end else 0


def _read_slices(asked: Asked, reading: SheetReading, counted: SheetPart) -> None:
    """Give the reading the rows of a sheet that is too large to be held. There is no second reader for it."""
    tally = Tally()
    found = behind_cells.relations(asked.path, counted.part)
    behind = xlsx_links.links(asked.path, counted.part, found)
    reading.notes += xlsx_links.about_large(behind)
    reading.notes += xlsx_links.about_comments(asked.path, counted.part, found)

    def rows() -> Iterator[Line]:
        for sheet in large_sheets.slices(asked, counted.part):
            _take_merges(asked, reading, sheet)
            yield from _lines(sheet, tally)

    reading.rows = rows()
    reading.instead = lambda: xlsx_parts.reconciled(asked, reading, counted, tally.cells, None)


def _take_merges(asked: Asked, reading: SheetReading, sheet: CalamineSheet) -> None:
    merged = sheet.merged_cell_ranges or []
    if len(merged) > MOST_MERGES:
        raise too_many(asked.name)
    reading.merges += [
        Area(top + 1, left, bottom + 1, right) for (top, left), (bottom, right) in merged
    ]


def _second_reader() -> ModuleType:
    from signatories.sources.workbooks import by_openpyxl  # noqa: PLC0415 - 0.2 s, and seldom needed

    return by_openpyxl


class Tally:
    """How many cells with something in them were read."""

    def __init__(self) -> None:
        self.cells = 0


def _lines(sheet: CalamineSheet, tally: Tally) -> Iterator[Line]:
    """The rows that are not blank: columns before the first that is used are cells too."""
    before = [""] * (sheet.start[1] if sheet.start else 0)
    for line, row in enumerate(sheet.iter_rows(), start=1):
        cells = [
            value if value.__class__ is str else TEXTS[value.__class__](value) for value in row
        ]
        tally.cells += len(cells) - cells.count("")
        if any(map(str.strip, cells)):
            yield line, before + cells if before else cells
