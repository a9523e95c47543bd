"""Saves the rows that could not come in as they stood, each with the reason, to be corrected and imported again."""

import codecs
import csv
import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from signatories.errors import UnwritableFile
from signatories.imports.columns.column import Column
from signatories.imports.columns.mapping import REASON
from signatories.imports.planned import ImportPlan
from signatories.imports.verdicts import State
from signatories.sources import regular_files
from signatories.sources.documents import Source
from signatories.sources.mail import mails
from signatories.texts import N_

_HEADS = {"entry": "Signatory", "email": "E-mail", "status": "Answer"}
_OF_LINES = ("entry", "country", "group")
_OF_MAILS = ("name", "role", "organisation", "country", "email", "status", "date", "notes")
_SEPARATORS = {"tsv": "\t"}
_LIVE = re.compile(r"[=@]|[+-](?!\d[\d\s.,]*$)")

Cells = Sequence[str]


def write(path: Path, source: Source, plan: ImportPlan) -> int:
    """Write titles, header and the rows with errors, reasons last; return how many rows. What was there is replaced.

    What had no header gets one, in words that an import knows. A path that ends in .xlsx becomes a workbook of
    texts, any other a table of the separator and the encoding that the source has. Raises UnwritableFile.
    """
    regular_files.refuse_to_replace(path)
    numbers = plan.rows.numbers(State.ERROR)
    lines = list(_with_reasons(source, plan, numbers))
    try:
        with TemporaryDirectory(prefix=".signatories-", dir=path.parent) as folder:
            beside = Path(folder) / path.name
            if path.suffix.casefold() == ".xlsx":
                from signatories.imports import errors_workbook  # noqa: PLC0415 - openpyxl: 0.15 s

                errors_workbook.write(beside, lines)
            else:
                _write_text(beside, lines, source)
            beside.replace(path)
    except OSError as error:
        text = N_("{file} cannot be written: {reason}.")
        raise UnwritableFile(text, file=path, reason=error.strerror or error) from error
    return len(numbers)


def _with_reasons(source: Source, plan: ImportPlan, numbers: Sequence[int]) -> Iterator[Cells]:
    """The lines down to the header, then the rows with errors, all with room for the reason in one column."""
    planned = (plan.rows[number] for number in numbers)
    reasons = [" ".join(map(str, row.problems)) for row in planned]
    head, rows = _as_read(source, plan, numbers)
    width = max((len(cells) for cells in (*head, *rows)), default=0)
    *titles, header = head
    yield from titles
    yield (*_padded(header, width), REASON)
    for cells, reason in zip(rows, reasons, strict=True):
        yield (*_padded(cells, width), reason)


def _as_read(
    source: Source, plan: ImportPlan, numbers: Sequence[int]
) -> tuple[Sequence[Cells], Sequence[Cells]]:
    """What stands above the rows, its last line naming the columns so that an import knows them, and the rows."""
    if source.mails:
        return [_heads(_OF_MAILS)], [_mail_cells(plan, number) for number in numbers]
    if not plan.columns:
        return [_heads(_OF_LINES)], [_line_cells(plan, number) for number in numbers]
    rows = [_cells(plan, number) for number in numbers]
    named = [_head_of(column) for column in plan.columns]
    if plan.source.header_row is None:
        return [named], rows
    *titles, header = _head(source, plan.source.header_row)
    return [*titles, (*header, *named[len(header) :])], rows


def _cells(plan: ImportPlan, number: int) -> Cells:
    """A row as it stands, with what somebody typed where it has a column of its own."""
    row = plan.rows.source_row(number)
    cells, typed = list(row.cells), plan.request.typed.get(row.line, {})
    of_fields = [column.field for column in plan.columns]
    for column in plan.columns:
        if of_fields.count(column.field) == 1 and column.field in typed:
            cells += [""] * (column.number + 1 - len(cells))
            cells[column.number] = typed[column.field]
    return cells


def _heads(fields: Iterable[str]) -> Cells:
    return tuple(_HEADS.get(field) or field.capitalize().replace("_", " ") for field in fields)


def _head_of(column: Column) -> str:
    """The field that a column without a header became, in words that an import knows; else what it is called."""
    is_field = column.field and not column.is_own
    return _heads([column.field])[0] if is_field else column.header


def _mail_cells(plan: ImportPlan, number: int) -> Cells:
    """Who answered what, as far as the mail told; the words that answer, else all of its text."""
    row, cells = plan.rows[number], plan.rows.source_row(number).cells
    said = row.fields.get("said") or cells[mails.COLUMNS.index("text")]
    fields = {**row.fields, "status": row.fields.get("answer", ""), "notes": said}
    return tuple(fields.get(field, "") for field in _OF_MAILS)


def _line_cells(plan: ImportPlan, number: int) -> Cells:
    """A line as it stands, with what the heading above it says."""
    row, fields = plan.rows.source_row(number), plan.rows[number].fields
    line = plan.request.typed.get(row.line, {}).get("entry", row.cells[0])
    above = (fields.get(field, "") for field in _OF_LINES[1:])
    return (line, *("" if text in line else text for text in above))


def _head(source: Source, header_line: int) -> Iterator[Cells]:
    """Titles and header."""
    for row in source.rows:
        if row.line > header_line:
            return
        yield row.cells


def _padded(cells: Cells, width: int) -> Cells:
    return (*cells, *[""] * (width - len(cells)))


def _write_text(path: Path, lines: Iterable[Cells], source: Source) -> None:
    """Where the source's encoding has no sign for a reason, in UTF-8, whose mark tells spreadsheets so."""
    separator = source.separator or _SEPARATORS.get(source.format, ",")
    held = [[_inert(cell) for cell in cells] for cells in lines]
    encoding = _encoding_for(held, source.encoding)
    with path.open("w", encoding=encoding, newline="") as file:
        csv.writer(file, delimiter=separator).writerows(held)


def _encoding_for(lines: Iterable[Cells], wanted: str) -> str:
    try:
        if codecs.lookup(wanted).name in ("utf-8", "ascii"):
            return "utf-8-sig"
        for cells in lines:
            "".join(cells).encode(wanted)
    except (LookupError, UnicodeEncodeError):
        return "utf-8-sig"
    return wanted


def _inert(cell: str) -> str:
    """A cell that spreadsheets would compute stands behind a tab: they show it as text, and it is read without it."""
    return f"\t{cell}" if _LIVE.match(cell) else cell
