"""What a source holds: sign-ons, recipients or a treaty's acts, as cells by field."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from signatories.choosing import STANDING_FIELDS
from signatories.collation import fold
from signatories.errors import Refused
from signatories.imports import mapping
from signatories.imports.lines import signature_rows, without_numbers
from signatories.imports.planned import ImportRequest, OnDuplicate
from signatories.imports.table_body import Wish
from signatories.imports.tables import (
    Table,
    about_rows,
    column_of_countries,
    find_table,
    known_words,
)
from signatories.sources.documents import Row, Source
from signatories.texts import N_, Message, message

_NAMING = {
    "sign-ons": {"entry", "name", "organisation"},
    "recipients": {"name", "country"},
    "treaty": {"participant"},
}


@dataclass(frozen=True, slots=True)
class Content:
    """The rows to plan, as cells by field, and how the columns became fields."""

    kind: str
    rows: Sequence[tuple[Row, Mapping[str, str]]]
    mapping: Mapping[str, str]
    header_row: int | None
    warnings: tuple[Message, ...] = ()


def content_of(source: Source, request: ImportRequest) -> Content:
    """Find the table and its columns, or the lines of signatures. Raises Refused, or BadText for an override."""
    table = find_table(source, _wish(request)) if source.format != "txt" else None
    told = bool(request.overrides) or request.header_line is not None
    told = told or request.as_ == "recipients"
    if table is None or not (told or known_words(table)):
        return _lines(source, request, table)
    kind = _kind(table, request)
    columns = _columns(source, table, kind, request)
    kept = _extra_columns(table, columns, request) if kind == "recipients" else {}
    rows = _rows(table, {**columns, **kept})
    named = {table.headers[n]: field for n, field in {**columns, **kept}.items()}
    left_out = [h for n, h in enumerate(table.headers) if h and n not in columns and n not in kept]
    warning = message(N_("Columns left out: {columns}."), columns=", ".join(left_out))
    warnings = (*about_rows(table), *([warning] if left_out else []))
    return Content(kind, rows, named, table.header_line, warnings)


def _wish(request: ImportRequest) -> Wish:
    kept = [line for line, choice in request.choices.items() if choice is OnDuplicate.KEEP]
    return Wish(list(request.overrides), request.header_line, request.fill_down, kept)


def _columns(source: Source, table: Table, kind: str, request: ImportRequest) -> dict[int, str]:
    """Fields by column number: by the headers, and a country by its cells. Raises Refused when none can name a row."""
    columns = mapping.map_columns(table.headers, kind, request.overrides)
    if kind != "treaty" and "country" not in columns.values():
        number = column_of_countries(table, columns)
        columns.update({} if number is None else {number: "country"})
    if not _NAMING[kind] & set(columns.values()):
        raise Refused(
            N_(
                "No column of “{file}” says who the rows are. Say it: --map COLUMN={field}. The columns are: {columns}."
            ),
            file=source.name,
            field=mapping.FIELDS[kind][0],
            columns=", ".join(header for header in table.headers if header),
        )
    return columns


def _lines(source: Source, request: ImportRequest, table: Table | None) -> Content:
    """A list of lines can only be sign-ons. A table whose columns nobody knows is not guessed."""
    if request.as_ == "recipients" or (table and table.rows and len(table.headers) > 2):
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
    entries = without_numbers([row.cells[0] for row in rows])
    content = [(row, {"entry": entry}) for row, entry in zip(rows, entries, strict=True)]
    return Content("sign-ons", content, {}, None, (warning,) if around else ())


def _kind(table: Table, request: ImportRequest) -> str:
    """What a table holds: as told, else by its columns. A treaty table is one of recipients."""
    treaty = set(mapping.map_columns(table.headers, "treaty").values())
    is_treaty = "participant" in treaty and bool(treaty & {"ratification", "signature"})
    told = set(request.overrides.values())
    if request.as_ != "sign-ons" and (is_treaty or told & {"participant", "ratification"}):
        return "treaty"
    if request.as_ is not None:
        return request.as_
    if request.letter_id is None:
        return "recipients"
    sign_ons = set(mapping.map_columns(table.headers, "sign-ons").values())
    return "sign-ons" if sign_ons & {"entry", "organisation", "role"} else "recipients"


def _extra_columns(
    table: Table, columns: Mapping[int, str], request: ImportRequest
) -> dict[int, str]:
    """Recipients keep what has no field of its own, under its header, unless it was told to go.

    Standing is computed: a column that is called so gets another name, or nobody could ever ask for it.
    """
    gone = {fold(column) for column, field in request.overrides.items() if not field}
    kept: dict[int, str] = {}
    for n, header in enumerate(table.headers):
        if header and n not in columns and fold(header) not in gone:
            taken = header in kept.values() or header in mapping.FIELDS["recipients"]
            kept[n] = f"{header} ({n + 1})" if taken else header
            if fold(header) in STANDING_FIELDS:
                kept[n] = f"{header} (table)"
    return kept


def _rows(table: Table, fields: Mapping[int, str]) -> list[tuple[Row, Mapping[str, str]]]:
    cells = [_cells(row, fields) for row in table.rows]
    if "entry" in fields.values():
        entries = without_numbers([each.get("entry", "") for each in cells])
        cells = [
            each | ({"entry": entry} if entry else {})
            for each, entry in zip(cells, entries, strict=True)
        ]
    return list(zip(table.rows, cells, strict=True))


def _cells(row: Row, fields: Mapping[int, str]) -> dict[str, str]:
    return {field: row.cells[n] for n, field in fields.items() if n < len(row.cells)}
