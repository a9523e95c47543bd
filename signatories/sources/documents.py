"""What was read from a file or a paste, as plain data: sheets of rows, and mails."""

import datetime as dt
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple, overload

from signatories.errors import UnreadableFile
from signatories.texts import N_, Message, listed


class Row(NamedTuple):
    """Cells of a line that is not blank. `line` counts from 1, as editors and sheets do; cells are untouched."""

    line: int
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Area:
    """Merged cells, first and last included. Lines count from 1, columns from 0."""

    first_line: int
    first_column: int
    last_line: int
    last_column: int


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table or a list as it stands, titles and totals included. `name` is empty where a file has but one.

    `rows` may lie on disk: it has a length, can be indexed, cut and walked through again. `notes` say what was seen
    and is not in the rows: error cells, hidden rows and columns, cells that a second reader counts otherwise.
    """

    name: str
    rows: Sequence[Row]
    is_hidden: bool = False
    merges: tuple[Area, ...] = ()
    notes: tuple[Message, ...] = ()


@dataclass(frozen=True, slots=True)
class Mail:
    """One mail, decoded. `line` is its number in the file; `start` and `end` are its bytes there.

    `text` is the plain text, made from HTML where there is no other; quoted text is still in it. No header holds a
    line end. `digest` is the SHA-256 of the mail's bytes; `file` is the path of the file that they are in, empty where
    there is none. `is_automatic`: a program sent it, as it says itself. `problems` say what could not be read.
    """

    line: int
    start: int
    end: int
    sender: str
    address: str
    to: tuple[str, ...]
    subject: str
    sent_at: dt.datetime | None
    message_id: str
    answers_to: tuple[str, ...]
    text: str
    attachments: tuple[str, ...] = ()
    digest: str = ""
    file: str = ""
    is_automatic: bool = False
    problems: tuple[Message, ...] = ()


@dataclass(frozen=True, slots=True)
class How:
    """What somebody chose about reading a file, in place of what would be found by looking.

    `as_lines` reads each line, or each row of a sheet, as one text. `password` opens a file that one protects: it is
    kept nowhere but here, and never written.
    """

    encoding: str | None = None
    separator: str | None = None
    sheet: str | None = None
    as_lines: bool = False
    password: str | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class SheetInfo:
    """A sheet to choose: `rows` counts those that are not blank."""

    name: str
    rows: int
    is_hidden: bool = False


@dataclass(frozen=True, slots=True)
class Source:
    """One sheet of what was read. In a txt a row has one cell, the whole line.

    `format` is csv, tsv, txt, xlsx …; `guessed` tells that the encoding is only likely; `separator` is a csv's.
    `sheets` are all that the file has, this one included; `mails` are those of a file of mails, and then each row is
    one of them. `rows` may lie on disk: walk through them, never copy them.
    """

    name: str
    format: str
    encoding: str
    digest: str
    rows: Sequence[Row]
    sheet: str | None = None
    guessed: bool = False
    separator: str | None = None
    sheets: tuple[SheetInfo, ...] = ()
    merges: tuple[Area, ...] = ()
    notes: tuple[Message, ...] = ()
    mails: Sequence[Mail] = ()
    lines: "Callable[[], Source] | None" = field(default=None, repr=False, compare=False)

    def as_lines(self) -> "Source":
        """The same as lines: of a text the lines as they stand, read again; of a sheet its rows, each as one text.

        Raises UnreadableFile if the file changed since.
        """
        return self.lines() if self.lines else replace(self, rows=JoinedRows(self.rows))


@dataclass(frozen=True, slots=True)
class Document:
    """Everything that was read: sheets, or mails as the one sheet."""

    name: str
    format: str
    encoding: str
    digest: str
    sheets: tuple[Sheet, ...]
    guessed: bool = False
    separator: str | None = None
    mails: Sequence[Mail] = ()

    def source(self, wanted: str | None = None) -> Source:
        """The sheet wanted, else the first that has rows, hidden ones last. Raises UnreadableFile without one."""
        sheet = self._named(wanted) if wanted else self._first()
        return Source(
            self.name,
            self.format,
            self.encoding,
            self.digest,
            sheet.rows,
            sheet.name or None,
            self.guessed,
            self.separator,
            tuple(SheetInfo(each.name, len(each.rows), each.is_hidden) for each in self.sheets),
            sheet.merges,
            sheet.notes,
            self.mails,
        )

    def _named(self, wanted: str) -> Sheet:
        for sheet in self.sheets:
            if sheet.name == wanted:
                return sheet
        raise UnreadableFile(
            N_("“{file}” has no sheet “{sheet}”. It has: {sheets}."),
            file=self.name,
            sheet=wanted,
            sheets=listed([sheet.name for sheet in self.sheets], 20),
        )

    def _first(self) -> Sheet:
        with_rows = [sheet for sheet in self.sheets if sheet.rows]
        if not with_rows:
            raise UnreadableFile(N_("“{file}” is empty."), file=self.name)
        return min(with_rows, key=lambda sheet: sheet.is_hidden)


class JoinedRows(Sequence[Row]):
    """Rows of which each is one text: its cells that are not blank, with commas between."""

    def __init__(self, rows: Sequence[Row]) -> None:
        self._rows = rows

    def __len__(self) -> int:
        return len(self._rows)

    @overload
    def __getitem__(self, index: int) -> Row: ...
    @overload
    def __getitem__(self, index: slice) -> "JoinedRows": ...
    def __getitem__(self, index: int | slice) -> "Row | JoinedRows":
        if isinstance(index, slice):
            return JoinedRows(self._rows[index])
        return _joined(self._rows[index])

    def __iter__(self) -> Iterator[Row]:
        return map(_joined, self._rows)


def _joined(row: Row) -> Row:
    return Row(row.line, (", ".join(cell.strip() for cell in row.cells if cell.strip()),))
