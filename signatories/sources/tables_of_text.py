"""A text becomes rows of cells, or lines, each with its line number. It is never whole in memory."""

import csv
import io
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from typing import TextIO

from signatories import column_names
from signatories.errors import UnreadableFile
from signatories.sources.documents import How
from signatories.sources.readings import Line
from signatories.texts import N_

LONGEST_CELL = 1_000_000  # characters
LONGEST_LINE = 10_000_000  # characters

_SEPARATORS = ("\t", ";", ",", "|")  # the first wins where two cut the rows equally well
_LINE_END = re.compile(r"\r\n|[\r\n\v\u2028\u2029]")
_LAST_END = re.compile(r"(?:\r\n|[\r\n])\Z")
_TOLD_SEPARATOR = re.compile(r"sep=(?P<separator>[;,\t|])[\r\n]")  # Excel's own first line
_SAMPLED_ROWS = 200
_SAMPLED_LETTERS = 200_000

TextOpener = Callable[[], TextIO]  # opens a text at its start, with its own line ends


def read(opening: TextOpener, name: str, how: How) -> tuple[str | None, Iterator[Line]]:
    """What separates the cells (None: it is read as lines), and the rows. Walking them raises UnreadableFile."""
    with opening() as text:
        start = text.read(_SAMPLED_LETTERS)
    separator = None if how.as_lines else how.separator or _separator(name, start)
    if separator is None:
        return None, _lines(name, opening)
    return separator, _table_rows(name, opening, separator)


def format_of(separator: str | None) -> str:
    """What a text is called that is cut so."""
    return {None: "txt", "\t": "tsv"}.get(separator, "csv")


def _separator(name: str, start: str) -> str | None:
    """What separates cells; None for lines of text. A name in .csv or .tsv settles that it is a table."""
    if told := _TOLD_SEPARATOR.match(start):
        return told["separator"]
    if name.lower().endswith((".csv", ".tsv", ".tab")):
        return _likeliest_separator(start) or ","
    if _is_cut_by_tabs(start):
        return "\t"
    separator = _likeliest_separator(start)
    if separator is None:
        return None
    first = _sample(start, separator)[0]
    known = sum(column_names.is_known(cell) for cell in first)
    return separator if known > 1 else None


def _is_cut_by_tabs(start: str) -> bool:
    """Cells copied from a sheet: every line that is not blank has a tab inside."""
    lines = [line for line in islice(_LINE_END.split(start), _SAMPLED_ROWS) if line.strip()]
    return all("\t" in line.strip(" ") for line in lines)


def _likeliest_separator(start: str) -> str | None:
    """The one that cuts most rows into the same number of cells."""
    best, best_share = None, 0.0
    for separator in _SEPARATORS:
        widths = [len(cells) for cells in _sample(start, separator)]
        width, count = Counter(widths).most_common(1)[0] if widths else (0, 0)
        share = count / len(widths) if width > 1 else 0.0
        if share > best_share:
            best, best_share = separator, share
    return best


def _sample(start: str, separator: str) -> list[Sequence[str]]:
    """The first rows, as far as they can be cut with that separator."""
    found: list[Sequence[str]] = []
    try:
        for _, cells in islice(_cut(io.StringIO(start, newline=""), separator), _SAMPLED_ROWS):
            if any(cell.strip() for cell in cells):
                found.append(cells)
    except csv.Error:
        pass  # a cell beyond the limit, or cut off by the sample's end: the rows before it tell
    return found


def _table_rows(name: str, opening: TextOpener, separator: str) -> Iterator[Line]:
    line = 0
    try:
        with opening() as text:
            for line, cells in _cut(_raw_lines(name, text), separator):
                if any(cell.strip() for cell in cells) and cells != ["sep=", ""]:
                    yield line, cells
    except csv.Error as error:
        reason = N_(
            "“{file}” has a quotation mark after line {line} that does not close. Mend it there."
        )
        if str(error):  # csv's own complaint: its limit for one cell
            reason = N_(
                "“{file}” has a cell after line {line} with more text than a table can hold."
            )
        raise UnreadableFile(reason, file=name, line=line) from error


def _cut(raw_lines: Iterable[str], separator: str) -> Iterator[Line]:
    """Rows with the line that each begins on. Raises csv.Error where a quoted cell never ends."""
    all_read = False

    def lines() -> Iterator[str]:
        nonlocal all_read
        yield from raw_lines
        all_read = True

    csv.field_size_limit(LONGEST_CELL)
    reader = csv.reader(lines(), delimiter=separator)
    ends = 0
    for cells in reader:
        if all_read:  # csv asked for more lines to end this row, and takes it for whole
            raise csv.Error
        begins, ends = ends + 1, reader.line_num
        yield begins, cells


def _raw_lines(name: str, text: TextIO) -> Iterator[str]:
    """Lines with their ends. A line that does not end is not gathered up in memory."""
    number = 0
    while line := text.readline(LONGEST_LINE):
        number += 1
        if len(line) == LONGEST_LINE:
            raise UnreadableFile(
                N_("“{file}” has a line {line} with more text than a table can hold."),
                file=name,
                line=number,
            )
        yield line


def _lines(name: str, opening: TextOpener) -> Iterator[Line]:
    number = 0
    with opening() as text:
        for raw in _raw_lines(name, text):
            for line in _LINE_END.split(_LAST_END.sub("", raw)):
                number += 1
                if line.strip():
                    yield number, (line,)
