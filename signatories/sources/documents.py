"""What was read from a file or a paste, as plain data: sheets of rows, and mails."""

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from signatories.texts import Message


@dataclass(frozen=True, slots=True)
class Row:
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

    `as_lines` reads each line, or each row of a sheet, as one text.
    """

    encoding: str | None = None
    separator: str | None = None
    sheet: str | None = None
    as_lines: bool = False


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
        """The same bytes read again as lines, not as a table. Raises UnreadableFile if the file changed since."""
        return self.lines() if self.lines else self
