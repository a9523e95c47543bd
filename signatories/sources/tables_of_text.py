"""A text becomes rows of cells, or lines, each with its line number."""

import csv
import io
import re
from collections import Counter
from collections.abc import Iterator
from itertools import islice

from signatories import column_names
from signatories.errors import UnreadableFile
from signatories.sources.documents import How, Row
from signatories.texts import N_

_SEPARATORS = ("\t", ";", ",", "|")  # the first wins where two cut the rows equally well
_LINE_END = re.compile(r"\r\n|[\r\n\v\u2028\u2029]")
_TOLD_SEPARATOR = re.compile(r"sep=(?P<separator>[;,\t|])[\r\n]")  # Excel's own first line
_SAMPLED_ROWS = 200
_SAMPLED_LETTERS = 200_000


def read(text: str, name: str, how: How) -> tuple[str | None, tuple[Row, ...]]:
    """What separates the cells (None: it is read as lines), and the rows. Raises UnreadableFile."""
    separator = None if how.as_lines else how.separator or _separator(name, text)
    if separator is None:
        return None, tuple(_lines(text))
    return separator, tuple(_table_rows(name, text, separator))


def _separator(name: str, text: str) -> str | None:
    """What separates cells; None for lines of text. A name in .csv or .tsv settles that it is a table."""
    if told := _TOLD_SEPARATOR.match(text):
        return told["separator"]
    if name.lower().endswith((".csv", ".tsv", ".tab")):
        return _likeliest_separator(text) or ","
    if _is_cut_by_tabs(text):
        return "\t"
    separator = _likeliest_separator(text)
    if separator is None:
        return None
    first = _sample(text, separator)[0]
    known = sum(column_names.is_known(cell) for cell in first)
    return separator if known > 1 else None


def _is_cut_by_tabs(text: str) -> bool:
    """Cells copied from a sheet: every line that is not blank has a tab inside."""
    lines = [
        line
        for line in islice(_LINE_END.split(text[:_SAMPLED_LETTERS]), _SAMPLED_ROWS)
        if line.strip()
    ]
    return all("\t" in line.strip(" ") for line in lines)


def _likeliest_separator(text: str) -> str | None:
    """The one that cuts most rows into the same number of cells."""
    best, best_share = None, 0.0
    for separator in _SEPARATORS:
        widths = [len(cells) for cells in _sample(text, separator)]
        width, count = Counter(widths).most_common(1)[0] if widths else (0, 0)
        share = count / len(widths) if width > 1 else 0.0
        if share > best_share:
            best, best_share = separator, share
    return best


def _sample(text: str, separator: str) -> list[list[str]]:
    """The first rows, as far as they can be cut with that separator."""
    found = []
    try:
        for _, cells in islice(_cut(text[:_SAMPLED_LETTERS], separator), _SAMPLED_ROWS):
            if any(cell.strip() for cell in cells):
                found.append(cells)
    except csv.Error:
        pass  # a cell beyond the limit, or cut off by the sample's end: the rows before it tell
    return found


def _table_rows(name: str, text: str, separator: str) -> Iterator[Row]:
    line = 0
    try:
        for line, cells in _cut(text, separator):
            if any(cell.strip() for cell in cells) and cells != ["sep=", ""]:
                yield Row(line, tuple(cells))
    except csv.Error as error:
        text = N_(
            "“{file}” has a quotation mark after line {line} that does not close. Mend it there."
        )
        if str(error):  # csv's own complaint: its limit for one cell
            text = N_("“{file}” has a cell after line {line} with more text than a table can hold.")
        raise UnreadableFile(text, file=name, line=line) from error


def _cut(text: str, separator: str) -> Iterator[tuple[int, list[str]]]:
    """Rows with the line that each begins on. Raises csv.Error where a quoted cell never ends."""
    all_read = False

    def lines() -> Iterator[str]:
        nonlocal all_read
        yield from io.StringIO(text, newline="")
        all_read = True

    reader = csv.reader(lines(), delimiter=separator)
    ends = 0
    for cells in reader:
        if all_read:  # csv asked for more lines to end this row, and takes it for whole
            raise csv.Error
        begins, ends = ends + 1, reader.line_num
        yield begins, cells


def _lines(text: str) -> Iterator[Row]:
    for number, line in enumerate(_LINE_END.split(text), start=1):
        if line.strip():
            yield Row(number, (line,))
