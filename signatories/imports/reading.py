"""A file or a paste becomes rows of cells, each with its line number in the file."""

import csv
import hashlib
import io
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path

from signatories import column_names
from signatories.errors import UnreadableFile
from signatories.imports.decoding import decode
from signatories.sources.documents import Row
from signatories.texts import N_

PASTED = N_("pasted text")

_SELF_EVIDENT = ("utf-8", "utf-16", "utf-32")  # nothing else reads as these by accident
_SEPARATORS = ("\t", ";", ",", "|")  # the first wins where two cut the rows equally well
_LINE_END = re.compile(r"\r\n|[\r\n\v\u2028\u2029]")
_TOLD_SEPARATOR = re.compile(r"sep=(?P<separator>[;,\t|])[\r\n]")  # Excel's own first line
_SAMPLED_ROWS = 200
_SAMPLED_LETTERS = 200_000


@dataclass(frozen=True, slots=True)
class Source:
    """What was read: `format` is csv, tsv or txt, and a row of a txt has one cell, the whole line.

    `guessed` tells that the encoding is only likely.
    """

    name: str
    format: str
    encoding: str
    digest: str
    text: str
    rows: tuple[Row, ...]
    sheet: str | None = None
    guessed: bool = False

    def as_lines(self) -> "Source":
        """The same text read as lines, not as a table."""
        lines = tuple(_lines(self.text))
        return replace(self, format="txt", rows=lines)


def read_file(path: Path, encoding: str | None = None) -> Source:
    """Read a table or a list of lines; without an encoding, find it.

    Raises UnreadableFile when the file is missing, a folder, forbidden, empty, or no text.
    """
    data = _bytes(path)
    if encoding is None:
        return read_bytes(data, path.name)
    return _source(path.name, decode(data, path.name, encoding)[0], encoding, data)


def read_bytes(data: bytes, name: str = PASTED) -> Source:
    """Read what another program hands over, in whatever encoding. Raises UnreadableFile."""
    text, found = decode(data, name)
    return replace(_source(name, text, found, data), guessed=found not in _SELF_EVIDENT)


def read_text(text: str, name: str = PASTED) -> Source:
    """Read pasted text: lines, or a table when it comes from a sheet. Raises UnreadableFile if empty."""
    data = text.encode("utf-16-le", "surrogatepass")
    whole = data.decode("utf-16-le", "replace")  # half a character cannot be stored
    return _source(name, whole, "utf-8", whole.encode())


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except FileNotFoundError as error:
        text = N_("There is no file “{file}”. Check the name and the folder.")
        raise UnreadableFile(text, file=str(path)) from error
    except OSError as error:
        text = N_("“{file}” cannot be opened: {reason}.")
        if path.is_dir():
            text = N_("“{file}” is a folder. Choose a file in it.")
        raise UnreadableFile(text, file=str(path), reason=error.strerror) from error


def _source(name: str, text: str, encoding: str, data: bytes) -> Source:
    text = text.removeprefix("\ufeff")
    if not text.strip():
        raise UnreadableFile(N_("“{file}” is empty."), file=name)
    separator = _separator(name, text)
    rows = tuple(_lines(text) if separator is None else _table_rows(name, text, separator))
    kind = {None: "txt", "\t": "tsv"}.get(separator, "csv")
    return Source(name, kind, encoding, hashlib.sha256(data).hexdigest(), text, rows)


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
