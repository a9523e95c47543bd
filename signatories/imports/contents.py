"""What a source holds, whatever its rows are, as cells by field: a table, mails, or lines of signatures."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from signatories.column_names.register import COMPUTED
from signatories.errors import BadText, Refused
from signatories.imports.cell_lots import CellLot, CellRows, cell_lots
from signatories.imports.columns.cells import CellReader
from signatories.imports.columns.column import (
    Column,
    NameColumnNotSaid,
    left_out,
    mapping_of,
    propose,
)
from signatories.imports.columns.mapping import FIELDS, REASON
from signatories.imports.columns.remembered import Remembered
from signatories.imports.content_rows import ContentRows, MailRows
from signatories.imports.lines.several import Entry, all_name_several, each_by_itself
from signatories.imports.listed import listed_in
from signatories.imports.planned import ImportRequest
from signatories.imports.table_kinds import kind_of, our_fields
from signatories.imports.tables import cleaning
from signatories.imports.tables.body import Wish
from signatories.imports.tables.cleaning import Proposal
from signatories.imports.tables.day_orders import DayOrders
from signatories.imports.tables.filling import FillDown
from signatories.imports.tables.left_out import LeftOut, counts_told, states_told
from signatories.imports.tables.table import Table, about_rows, find_table, known_words
from signatories.progress import SILENT, Progress
from signatories.sources.documents import Source
from signatories.texts import N_, Message, message

_NAMING = {
    "sign-ons": {"entry", "name", "given_name", "family_name", "organisation"},
    "recipients": {"name", "country"},
    "treaty": {"participant"},
    "organisations": {"name"},
    "people": {"name", "given_name", "family_name"},
}

_OF_TABLES = ("recipients", "organisations", "people")
"""Kinds that only a table with named columns can hold."""

_OF_RECORDS = ("json", "jsonl", "yaml")
"""Formats in which each column has a name."""

Recall = Callable[[str, Sequence[str]], Remembered | None]
"""What columns of a kind with such headers became before."""


@dataclass(frozen=True, slots=True)
class Content:
    """The rows to plan, as cells by field, and how the columns became fields.

    `month_first` tells of fields with dates such as 03/04/2010 how they are read; what it does not name is not guessed.
    """

    kind: str
    rows: CellRows
    mapping: Mapping[str, str]
    header_row: int | None
    warnings: tuple[Message, ...] = ()
    columns: tuple[Column, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    fills: tuple[FillDown, ...] = ()
    proposals: tuple[Proposal, ...] = ()
    month_first: Mapping[str, bool] = field(default_factory=dict)


def _nothing(_kind: str, _headers: Sequence[str]) -> Remembered | None:
    """No earlier import."""
    return None


def content_of(
    source: Source,
    request: ImportRequest,
    recall: Recall = _nothing,
    progress: Progress = SILENT,
) -> Content:
    """Find the mails, the table and its columns, or the lines of signatures. Raises Refused, BadText for an override.

    `recall` says what columns with these headers became in an earlier import of this kind.
    """
    if source.mails:
        return _mails(source, request)
    table = _table(source, request, progress)
    if table is None or not _is_known(table, source, request, recall):
        return _lines(source, request)
    return _of_table(source, table, request, recall, progress)


def _of_table(
    source: Source, table: Table, request: ImportRequest, recall: Recall, progress: Progress
) -> Content:
    """The rows of a table, after a look at all of them for repairs and for the order of days and months."""
    kind = kind_of(table, request, lambda each: recall(each, table.headers) is not None)
    columns = _columns(source, table, kind, request, recall)
    reader = CellReader(columns, kind)
    people = cleaning.PEOPLE.get(kind, frozenset())
    as_given, days = ContentRows(table.rows, reader), DayOrders(kind)
    repairs = cleaning.proposals(days.watching(_watched(as_given, progress)), people)
    return Content(
        kind,
        ContentRows(table.rows, reader, request.repairs, table.left_out, people),
        mapping_of(columns),
        table.header_line,
        (*_said_of(table, columns, request), *days.said()),
        columns,
        table.left_out,
        table.fills,
        (*repairs, *days.proposals()),
        days.month_first(request.repairs),
    )


def _said_of(table: Table, columns: Sequence[Column], request: ImportRequest) -> Iterator[Message]:
    """What a reader should know of a table's header, its rows and its columns."""
    if table.header_line is None:
        yield message(N_("No line names the columns: they are called by their letters."))
    yield from about_rows(table)
    yield from _unknown_to_fill(table, request)
    yield from counts_told(table.left_out, len(table.rows))
    for column in columns:
        yield from (question.text for question in column.questions)
    if out := left_out(columns):
        yield message(N_("Columns left out: {columns}."), columns=", ".join(out))


def _mails(source: Source, request: ImportRequest) -> Content:
    """Mails can only be answers to a letter."""
    if request.as_ not in (None, "sign-ons", "replies"):
        text = N_("“{file}” holds mails: they come in as answers to a letter, and as nothing else.")
        raise Refused(text, file=source.name)
    return Content("replies", MailRows(source.rows), {}, None)


def _watched(rows: CellRows, progress: Progress) -> Iterator[CellLot]:
    """The cells of all rows, lot after lot, so that somebody can see how far it is, and stop it."""
    done = 0
    for lot in cell_lots(rows):
        progress.report(done, len(rows), N_("Looking at cells"))
        yield lot
        done += len(lot.rows)


def _table(source: Source, request: ImportRequest, progress: Progress) -> Table | None:
    """The table in the source; one of several columns needs no header."""
    if source.format == "txt" and not request.overrides:
        return None
    wish = Wish(list(request.overrides), request.header_line, request.fill_down, request.kept)
    table = find_table(source, wish, progress)
    if table is None and request.header_line is None:
        bare = find_table(source, replace(wish, header_line=0), progress)
        table = bare if bare and _is_wide(bare) else None
    return table


def _is_known(table: Table, source: Source, request: ImportRequest, recall: Recall) -> bool:
    """Whether it is a table to import, and no list of lines with a separator in it."""
    told = bool(request.overrides) or request.header_line is not None
    is_of_records = request.as_ in _OF_TABLES or source.format in _OF_RECORDS
    was_before = any(recall(kind, table.headers) for kind in FIELDS)
    return told or is_of_records or was_before or known_words(table) > 0 or _is_wide(table)


def _unknown_to_fill(table: Table, request: ImportRequest) -> Iterator[Message]:
    known = {"", *table.headers, *(fill.column for fill in table.fills)}
    for column in sorted(set(request.fill_down or ()) - known):
        yield message(N_("There is no column “{column}” to fill down."), column=column)


def _is_wide(table: Table) -> bool:
    return sum(map(bool, table.headers)) > 2


def _columns(
    source: Source, table: Table, kind: str, request: ImportRequest, recall: Recall
) -> tuple[Column, ...]:
    """What the columns become. Raises NameColumnNotSaid when none can name a row."""
    columns = propose(
        table.headers,
        table.rows,
        kind,
        {**_ours_left_out(table), **request.overrides},
        recall(kind, table.headers),
        table.meanings,
    )
    if _NAMING[kind].isdisjoint(our_fields(columns)):
        raise NameColumnNotSaid(source.name, kind, columns)
    return columns


def _ours_left_out(table: Table) -> dict[str, str]:
    """Columns that we wrote ourselves, and that say nothing of their own."""
    ours = {REASON, *(COMPUTED if {*COMPUTED} <= {*table.headers} else ())}
    return {header: "" for header in table.headers if header in ours}


def _lines(source: Source, request: ImportRequest) -> Content:
    """A list of lines can only be sign-ons. Raises Refused."""
    if request.as_ in _OF_TABLES:
        raise Refused(
            N_(
                "No header was found in “{file}”. The first row must name the columns, such as name, country."
            ),
            file=source.name,
        )
    if request.overrides:
        text = N_("“{file}” is a list of lines: it has no column “{column}”.")
        raise BadText(text, file=source.name, column=next(iter(request.overrides)))
    found = listed_in(source.as_lines(), request.kept)
    is_agreed = cleaning.ONE_EACH in request.repairs
    rows = each_by_itself(found.rows) if is_agreed else found.rows
    around = message(N_("%n line(s) around the list of signatures left out."), n=found.around)
    return Content(
        "sign-ons",
        [(row, cleaning.repair(cells, request.repairs)) for row, cells in rows],
        {},
        None,
        (
            *((around,) if found.around else ()),
            *states_told(found.left_out),
            *counts_told(found.left_out, len(rows)),
        ),
        left_out=found.left_out,
        proposals=(*cleaning.proposals(cell_lots(rows)), *_one_each(found.rows)),
    )


def _one_each(lines: Sequence[Entry]) -> tuple[Proposal, ...]:
    """The proposal to read each name of a list by itself, with its first line."""
    if not all_name_several(lines):
        return ()
    several, line = each_by_itself(lines), lines[0][1]["entry"]
    names = [cells["entry"] for _, cells in several if cells["entry"] in line]
    return (Proposal(cleaning.ONE_EACH, len(several), ((line, " | ".join(names)),)),)
