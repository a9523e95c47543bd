"""Workbooks: rows streamed into sheets, in which text stays text, whatever it looks like."""

import datetime as dt
import io
import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple
from unicodedata import east_asian_width
from zipfile import ZIP_DEFLATED, ZipFile

from openpyxl import Workbook, load_workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Font, NamedStyle
from openpyxl.styles.fonts import DEFAULT_FONT
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet
from openpyxl.writer.excel import ExcelWriter

from signatories.errors import Refused, UnwritableFile
from signatories.exports.archive_dates import set_dates
from signatories.exports.characters import lost, printable
from signatories.exports.workbooks import MOST_ROWS
from signatories.models import Paper
from signatories.progress import Progress
from signatories.texts import N_, Message, message

LONGEST = 32_767  # characters of a cell
_FIRST_DAY = dt.date(1900, 3, 1)  # Excel counts from 1900, a February of 29 days included
_DATE = "yyyy-mm-dd"  # the same in every country, and what our import reads back
_AS_TEXT = "@"
_LINE, _HIGHEST = 15.0, 409.0  # points: of a row for each line, and at most
_HEADING, _TEXT, _NUMBER, _DAY = "List heading", "List text", "List number", "List date"
_SIZES = {Paper.A4: Worksheet.PAPERSIZE_A4, Paper.LETTER: Worksheet.PAPERSIZE_LETTER}
_ESCAPE = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_LINE_END = re.compile(r"\r\n?")  # XML readers make these one "\n"; so that all do, it is written

Cell = str | int | dt.date | None


class Column(NamedTuple):
    """A column's heading and its width in characters."""

    heading: str
    width: float


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table to write. `title`: of the tab, at most 31 characters; `head`: printed above each page."""

    title: str
    head: str
    columns: tuple[Column, ...]
    rows: Iterable[Sequence[Cell]]


class Filled(NamedTuple):
    """The rows of each sheet below its heading, counted in the finished file; what its cells could not hold."""

    rows: tuple[int, ...]
    warnings: tuple[Message, ...]


def write(
    path: Path,
    sheets: Sequence[Sheet],
    made_at: dt.datetime,
    progress: Progress,
    paper: Paper = Paper.A4,
) -> Filled:
    """Write a workbook and open it again. `made_at`: when what it shows was read; `paper`: for who prints it.

    Raises Refused for more rows than a sheet has, UnwritableFile when the finished file reads otherwise.
    """
    workbook = Workbook(write_only=True)
    for style in _styles():
        workbook.add_named_style(style)
    writers = [_Writer(workbook, sheet, progress, paper) for sheet in sheets]
    try:
        for writer in writers:
            writer.write()
    except BaseException:
        workbook.save(io.BytesIO())  # openpyxl deletes its temporary files then
        raise
    _save(workbook, path, made_at)
    _check(path, [writer.rows for writer in writers], progress)
    warnings = tuple(warning for writer in writers for warning in writer.warnings)
    return Filled(tuple(writer.rows - 1 for writer in writers), warnings)


def _save(workbook: Workbook, path: Path, made_at: dt.datetime) -> None:
    """Save with this moment as the only one in the file: `Workbook.save` would date it by the clock."""
    workbook.properties.created = workbook.properties.modified = made_at.replace(tzinfo=None)
    with ZipFile(path, "w", ZIP_DEFLATED) as archive:
        ExcelWriter(workbook, archive).save()
    set_dates(path, made_at)


class _Writer:
    """Writes one sheet: a heading that stays in sight, then a row at a time. `rows` counts both."""

    def __init__(self, workbook: Workbook, sheet: Sheet, progress: Progress, paper: Paper) -> None:
        self.rows = 0
        self.warnings: list[Message] = []
        self._sheet = sheet
        self._progress = progress
        self._paper = paper
        self._widths = [column.width for column in sheet.columns]
        self._page = workbook.create_sheet(sheet.title)
        self._looks = {name: self._look(name) for name in (_HEADING, _TEXT, _NUMBER, _DAY)}

    def write(self) -> None:
        self._lay_out()
        headings = [column.heading for column in self._sheet.columns]
        self._append([self._text(heading, _HEADING) for heading in headings], headings)
        for row in self._sheet.rows:
            self._append([self._cell(value) for value in row], row)
            self._progress.report(self.rows - 1, None, item=self._sheet.title)
        last = get_column_letter(len(self._sheet.columns))
        self._page.auto_filter.ref = f"A1:{last}{self.rows}"

    def _lay_out(self) -> None:
        """What must be known before the first row: openpyxl writes it at once."""
        page = self._page
        page.freeze_panes = "A2"
        page.print_title_rows = "1:1"
        page.oddHeader.center.text = self._sheet.head.replace("&", "&&")
        page.oddFooter.center.text = "&P / &N"
        page.page_setup.paperSize = _SIZES[self._paper]
        page.page_setup.orientation = "landscape"
        page.page_setup.fitToHeight = 0
        page.sheet_properties.pageSetUpPr.fitToPage = True
        for number, column in enumerate(self._sheet.columns, start=1):
            page.column_dimensions[get_column_letter(number)].width = column.width

    def _append(self, cells: list[Any], row: Sequence[Cell]) -> None:
        if self.rows == MOST_ROWS:
            text = N_("A sheet holds {most} rows, and there are more. Export them as text instead.")
            raise Refused(text, most=MOST_ROWS)
        self.rows += 1
        lines = max(map(_lines, row, self._widths))
        if lines > 1:
            self._page.row_dimensions[self.rows].height = min(lines * _LINE, _HIGHEST)
        self._page.append(cells)

    def _cell(self, value: Cell) -> Any:
        if not value and value != 0:
            return None
        if isinstance(value, str):
            return self._text(value)
        if isinstance(value, dt.date) and value < _FIRST_DAY:
            return self._text(value.isoformat())
        return self._styled(value, _NUMBER if isinstance(value, int) else _DAY)

    def _text(self, text: str, look: str = _TEXT) -> Any:
        cell = self._styled(self._writable(text), look)
        cell.data_type = "s"  # openpyxl makes a formula of "=1+1", and an error of "#N/A"
        return cell

    def _styled(self, value: Cell, look: str) -> Any:
        cell = WriteOnlyCell(self._page, value)
        cell._style = self._looks[look]  # noqa: SLF001 - see `_look`
        return cell

    def _look(self, style: str) -> Any:
        """How openpyxl marks the cells of a style: asked for each cell, it would look the style up again."""
        cell = WriteOnlyCell(self._page)
        cell.style = style
        return cell._style  # noqa: SLF001 - see above

    def _writable(self, text: str) -> str:
        """As a cell holds it. Excel takes "_x0041_" for an "A" unless its first dash is itself written so."""
        self.warnings += lost(text)
        written = _ESCAPE.sub("_x005F_", printable(_LINE_END.sub("\n", text)))
        if len(written) > LONGEST:
            words = N_(
                "“{text} …” is longer than a cell can be and ends after {longest} characters."
            )
            self.warnings.append(message(words, text=written[:40], longest=LONGEST))
        return written[:LONGEST]


def _lines(value: Cell, width: float) -> int:
    """How many lines a cell about has; not every program finds out for itself. East Asian letters are twice as wide."""
    if not isinstance(value, str) or (len(value) * 2 < width and "\n" not in value):
        return 1
    return sum(1 + int(_wide(line) // (width + 1)) for line in value.splitlines())


def _wide(line: str) -> int:
    return (
        len(line) if line.isascii() else sum(1 + (east_asian_width(each) in "WF") for each in line)
    )


def _styles() -> Iterator[NamedStyle]:
    """The looks of cells. Figures stand left: they number and date what stands beside them, and nobody adds them up.

    What is longer than its column goes on below, as addresses do, and text stays text when somebody edits it.
    """
    wrapped = Alignment(horizontal="general", vertical="top", wrap_text=True)
    left = Alignment(horizontal="left", vertical="top")
    bold = Font(name=DEFAULT_FONT.name, size=DEFAULT_FONT.size, bold=True)
    yield NamedStyle(_HEADING, bold, alignment=wrapped, number_format=_AS_TEXT)
    yield NamedStyle(_TEXT, DEFAULT_FONT, alignment=wrapped, number_format=_AS_TEXT)
    yield NamedStyle(_NUMBER, DEFAULT_FONT, alignment=left)
    yield NamedStyle(_DAY, DEFAULT_FONT, alignment=left, number_format=_DATE)


def _check(path: Path, rows: Sequence[int], progress: Progress) -> None:
    """Raise UnwritableFile unless the finished workbook has so many rows in its sheets."""
    with path.open("rb") as file, closing(load_workbook(file, read_only=True)) as workbook:
        found = [
            _count(page, expected, progress) for page, expected in zip(workbook, rows, strict=True)
        ]
    if found != list(rows):
        text = N_(
            "The finished workbook is not what was to be written, and was not kept. "
            "Make it in another folder, such as one on this computer."
        )
        raise UnwritableFile(text)


def _count(page: Any, expected: int, progress: Progress) -> int:
    page.reset_dimensions()  # else what the file says of itself is believed
    count = 0
    for count, _ in enumerate(page.iter_rows(values_only=True), start=1):
        progress.report(count, expected, item=page.title)
    return count
