"""A table in a sheet: its columns, the rows that are records, and all that is left out."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from signatories import column_names
from signatories.imports.tables import headers
from signatories.imports.tables.body import BodyReader, Wish
from signatories.imports.tables.filling import FillDown
from signatories.imports.tables.left_out import TOLD, LeftOut
from signatories.imports.tables.rows import TableRows
from signatories.progress import SILENT, Progress
from signatories.sources.documents import Row, Sheet, Source
from signatories.texts import N_, Message, message

FOUND = Wish()
"""Nothing was asked for: all is found."""

_SHOWN_ROWS = 3


@dataclass(frozen=True, slots=True)
class Table:
    """Columns with their headers, and the rows below, as they are asked for.

    Each header is different; a column without one is called “Column C”, and has an empty one only if none of its cells
    holds anything. `meanings` are fields by column, from hashtags. `left_out` and the rows are all of the sheet but
    its header; `fills` is what is or may be filled down, `kept` are rows that stand below the notes. `others` are
    columns, each with the one in which it is answered in one's own words.
    """

    header_line: int | None
    headers: tuple[str, ...]
    rows: Sequence[Row]
    meanings: Mapping[int, str] = field(default_factory=dict)
    left_out: tuple[LeftOut, ...] = ()
    fills: tuple[FillDown, ...] = ()
    kept: tuple[LeftOut, ...] = ()
    others: tuple[tuple[str, str], ...] = ()


def find_table(
    source: Source | Sheet, wish: Wish = FOUND, progress: Progress = SILENT
) -> Table | None:
    """The table in a source, found under titles, notes and blank lines. None when no row looks like a header."""
    header = headers.find(source.rows, source.merges, wish.told, wish.header_line)
    if header is None:
        return None
    body = BodyReader(source.rows, source.merges, header, wish).read(progress)
    return Table(
        header.line,
        tuple(body.names),
        TableRows(
            source.rows, header.end, [p for p in body.left_out if p >= header.end], body.fillers
        ),
        header.meanings,
        tuple(body.left_out.values()),
        tuple(body.fills),
        tuple(body.kept),
        tuple(body.others),
    )


def about_rows(table: Table) -> tuple[Message, ...]:
    """Totals, notes and the like, the first few rows one by one, and what is or may be filled down."""
    below = [row for row in table.left_out if row.reason in TOLD]
    shown = [
        message(
            N_("Line {line} left out: “{text}” ({reason})."),
            line=row.line,
            text=row.text,
            reason=row.reason,
        )
        for row in below[:_SHOWN_ROWS]
    ]
    if more := len(below) - len(shown):
        shown.append(message(N_("%n more line(s) left out."), n=more))
    kept = N_("Line {line} stands below the notes and is kept: “{text}”.")
    shown += [message(kept, line=row.line, text=row.text) for row in table.kept[:_SHOWN_ROWS]]
    others = N_("“{other}” is read for “{column}” where that is empty or says Other.")
    shown += [message(others, column=column, other=other) for column, other in table.others]
    return (*shown, *map(_about_filling, table.fills))


def known_words(table: Table) -> int:
    """How many of the columns have a known word or a hashtag as their name."""
    known = {n for n, header in enumerate(table.headers) if column_names.is_known(header)}
    return len(known | set(table.meanings))


def _about_filling(fill: FillDown) -> Message:
    text = N_("Column “{column}” is empty in most rows: does its text hold for the rows below it?")
    if fill.done:
        text = N_("Column “{column}”: its text was repeated in the rows below it.")
    return message(text, column=fill.column)
