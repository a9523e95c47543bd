"""What a source holds: sign-ons, recipients or a treaty's acts, as cells by field."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import overload

from signatories import column_names
from signatories.errors import Refused
from signatories.imports.column_cells import CellReader
from signatories.imports.columns import Column, left_out, mapping_of, propose
from signatories.imports.filling import FillDown
from signatories.imports.left_out import LeftOut
from signatories.imports.lines import entries, signature_rows, without_numbers
from signatories.imports.mapping import FIELDS, REASON
from signatories.imports.planned import ImportRequest, OnDuplicate
from signatories.imports.planned_rows import CellRows, Cells
from signatories.imports.remembered import Remembered
from signatories.imports.replies_rows import MailRows
from signatories.imports.table_body import Wish
from signatories.imports.tables import (
    Table,
    about_rows,
    find_table,
    known_words,
)
from signatories.sources.documents import Row, Source
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

ORGANISATION = "organisation"

Recall = Callable[[str, Sequence[str]], Remembered | None]
"""What columns of a kind with such headers became before."""


@dataclass(frozen=True, slots=True)
class Content:
    """The rows to plan, as cells by field, and how the columns became fields."""

    kind: str
    rows: CellRows
    mapping: Mapping[str, str]
    header_row: int | None
    warnings: tuple[Message, ...] = ()
    columns: tuple[Column, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    fills: tuple[FillDown, ...] = ()


def _nothing(_kind: str, _headers: Sequence[str]) -> Remembered | None:
    """No earlier import."""
    return None


def content_of(source: Source, request: ImportRequest, recall: Recall = _nothing) -> Content:
    """Find the table and its columns, or the lines of signatures. Raises Refused, or BadText for an override.

    `recall` says what columns with these headers became in an earlier import of this kind.
    """
    if source.mails:
        return _mails(source, request)
    table = find_table(source, _wish(request)) if source.format != "txt" else None
    told = bool(request.overrides) or request.header_line is not None
    told = told or request.as_ in _OF_TABLES
    if table is None or not (told or known_words(table) or _was_before(table, recall)):
        return _lines(source, request, table)
    kind = _kind(table, request, recall)
    columns = _columns(source, table, kind, request, recall)
    out = left_out(columns)
    warnings = [
        *about_rows(table),
        *(question.text for column in columns for question in column.questions),
        *([message(N_("Columns left out: {columns}."), columns=", ".join(out))] if out else []),
    ]
    rows = CellsOfRows(table, columns, kind)
    return Content(
        kind,
        rows,
        mapping_of(columns),
        table.header_line,
        tuple(warnings),
        columns,
        table.left_out,
        table.fills,
    )


def _mails(source: Source, request: ImportRequest) -> Content:
    """Mails can only be answers to a letter."""
    if request.as_ not in (None, "sign-ons", "replies"):
        text = N_("“{file}” holds mails: they come in as answers to a letter, and as nothing else.")
        raise Refused(text, file=source.name)
    return Content("replies", MailRows(source.rows), {}, None, source.notes)


def _was_before(table: Table, recall: Recall) -> bool:
    """Whether a table with these columns has come in, whatever they are called."""
    return any(recall(kind, table.headers) for kind in FIELDS)


def _wish(request: ImportRequest) -> Wish:
    kept = [line for line, choice in request.choices.items() if choice is OnDuplicate.KEEP]
    return Wish(list(request.overrides), request.header_line, request.fill_down, kept)


def _columns(
    source: Source, table: Table, kind: str, request: ImportRequest, recall: Recall
) -> tuple[Column, ...]:
    """What the columns become. Raises Refused when none can name a row."""
    columns = propose(
        table.headers,
        table.rows,
        kind,
        {**_reason_left_out(table), **request.overrides},
        recall(kind, table.headers),
        table.meanings,
    )
    if _NAMING[kind].isdisjoint(_fields(columns)):
        raise Refused(
            N_(
                "No column of “{file}” says who the rows are. Say it: --map COLUMN={field}. The columns are: {columns}."
            ),
            file=source.name,
            field=FIELDS[kind][0],
            columns=", ".join(header for header in table.headers if header),
        )
    return columns


def _reason_left_out(table: Table) -> dict[str, str]:
    return {REASON: ""} if REASON in table.headers else {}


def _lines(source: Source, request: ImportRequest, table: Table | None) -> Content:
    """A list of lines can only be sign-ons. A table whose columns nobody knows is not guessed."""
    if request.as_ in _OF_TABLES or (table and table.rows and len(table.headers) > 2):
        raise Refused(
            N_(
                "No header was found in “{file}”. The first row must name the columns, such as name, country."
            ),
            file=source.name,
        )
    lines = source.as_lines()
    rows = signature_rows(lines.rows)
    around = len(lines.rows) - len(rows)
    warning = message(N_("%n line(s) around the list of signatures left out."), n=around)
    content = [(row, {"entry": row.cells[0]}) for row in entries(rows)]
    return Content("sign-ons", content, {}, None, (warning,) if around else ())


def _kind(table: Table, request: ImportRequest, recall: Recall) -> str:
    """What a table holds: as told, else by its columns, or as before. A treaty table is one of recipients."""
    treaty = _headed(table, "treaty")
    is_treaty = "participant" in treaty and bool(treaty & {"ratification", "signature"})
    told = set(request.overrides.values())
    if request.as_ in (None, "recipients") and (
        is_treaty or told & {"participant", "ratification"}
    ):
        return "treaty"
    if request.as_ is not None:
        return request.as_
    if request.letter_id is None:
        return _kind_of_records(table)
    is_sign_ons = _headed(table, "sign-ons") & {"entry", "organisation", "role"}
    is_told = told & set(FIELDS["sign-ons"]) - set(FIELDS["recipients"])
    was_before = recall("sign-ons", table.headers)
    return "sign-ons" if is_sign_ons or is_told or was_before else "recipients"


def _kind_of_records(table: Table) -> str:
    """What rows are that belong to no letter: who gets letters, when a column says how to write to them."""
    told, people = _headed(table, "recipients"), _headed(table, "people")
    if told & {"salutation", "address"}:
        return "recipients"
    if people & {"given_name", "family_name"} or {"name", "organisation"} <= people:
        return "people"
    named = any(ORGANISATION in column_names.meant_by(header) for header in table.headers)
    return "organisations" if named else "recipients"


def _headed(table: Table, kind: str) -> set[str]:
    """The fields that the headers alone name."""
    return _fields(propose(table.headers, (), kind))


def _fields(columns: Sequence[Column]) -> set[str]:
    return {column.field for column in columns if column.field and not column.is_own}


class CellsOfRows(Sequence[tuple[Row, Cells]]):
    """A table's rows, each with its cells by field, read when they are asked for."""

    def __init__(self, table: Table, columns: Sequence[Column], kind: str) -> None:
        self._rows = table.rows
        self._reader = CellReader(columns, kind)
        self._entries: list[str] | None = None
        if "entry" in _fields(columns):
            entries = [self._reader.read(row).get("entry", "") for row in table.rows]
            self._entries = without_numbers(entries)

    def __len__(self) -> int:
        return len(self._rows)

    @overload
    def __getitem__(self, place: int) -> tuple[Row, Cells]: ...
    @overload
    def __getitem__(self, place: slice) -> list[tuple[Row, Cells]]: ...
    def __getitem__(self, place: int | slice) -> tuple[Row, Cells] | list[tuple[Row, Cells]]:
        if isinstance(place, slice):
            return [self[number] for number in range(len(self))[place]]
        row = self._rows[place]
        return row, self._cells(range(len(self))[place], row)

    def __iter__(self) -> Iterator[tuple[Row, Cells]]:
        for number, row in enumerate(self._rows):
            yield row, self._cells(number, row)

    def _cells(self, number: int, row: Row) -> Cells:
        """Cells by field; a list's entries without the numbers that only count them, which the list as a whole says."""
        cells = self._reader.read(row)
        entry = self._entries[number] if self._entries else ""
        return {**cells, "entry": entry} if entry else cells
