"""From a source to an import plan: read, map, split, match. Reads the workspace, writes nothing."""

import hashlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from signatories import letters
from signatories.collation import fold
from signatories.errors import Refused
from signatories.imports import mapping, plan_treaty, sign_on_rows
from signatories.imports.lines import signature_rows
from signatories.imports.plan_recipients import RecipientPlanner
from signatories.imports.plan_sign_ons import SignOnPlanner
from signatories.imports.planned import (
    ImportPlan,
    Match,
    OnDuplicate,
    PlannedRow,
    Request,
    SourceInfo,
    State,
)
from signatories.imports.reading import Row, Source
from signatories.imports.tables import Table, find_table, known_words
from signatories.models import ChangeSet, Import
from signatories.progress import SILENT, Progress
from signatories.texts import N_, Message, message

__all__ = [
    "ImportPlan",
    "Match",
    "OnDuplicate",
    "PlannedRow",
    "Request",
    "State",
    "build",
]

_REPORTED_ROWS = 200
_CERTAIN_ENCODINGS = ("utf-8", "utf-16", "utf-32")

PlanRow = Callable[[int, str, Mapping[str, str]], PlannedRow]


@dataclass(frozen=True, slots=True)
class _Content:
    """The rows to plan, as cells by field, and how the columns became fields."""

    kind: str
    rows: Sequence[tuple[Row, Mapping[str, str]]]
    mapping: Mapping[str, str]
    header_row: int | None
    warnings: tuple[Message, ...] = ()


def build(
    session: Session, source: Source, request: Request, progress: Progress = SILENT
) -> ImportPlan:
    """What importing the source would do.

    Raises Refused when nothing tells what the rows are or which letter they are for, BadText for an override,
    NotFound for the letter.
    """
    if request.letter_id is not None:
        letters.get(session, request.letter_id)
    content = _content(source, request)
    warnings = [*content.warnings, *_about_source(session, source, content.kind, request)]
    plan_row, made = _planner(session, source, request, content.kind)
    rows = list(_planned(content.rows, plan_row, progress))
    if isinstance(made, plan_treaty.TreatyMaking):
        warnings += plan_treaty.warnings(rows, made)
    return ImportPlan(
        content.kind,
        _info(source, content),
        request,
        content.mapping,
        rows,
        tuple(warnings),
        made,
        latest_change(session),
    )


def latest_change(session: Session) -> int | None:
    """The newest change set: a plan holds as long as it stays the newest."""
    return session.scalar(select(func.max(ChangeSet.id)))


def _planner(
    session: Session, source: Source, request: Request, kind: str
) -> tuple[PlanRow, object]:
    """What plans one row, and what the rows make beside themselves."""
    if kind == "treaty":
        treaty = plan_treaty.TreatyPlanner(session, request, source.name)
        return treaty.plan, treaty.making
    if kind == "recipients":
        return RecipientPlanner(session, request.letter_id).plan, None
    if request.letter_id is None:
        raise Refused(N_("Say which letter these sign-ons are for: --letter L."))
    planner = SignOnPlanner(session, request.letter_id)

    def plan_row(line: int, digest: str, cells: Mapping[str, str]) -> PlannedRow:
        return planner.plan(line, digest, sign_on_rows.read(cells, request.capacity))

    return plan_row, planner.making


def _planned(
    rows: Sequence[tuple[Row, Mapping[str, str]]], plan_row: PlanRow, progress: Progress
) -> Iterator[PlannedRow]:
    for done, (row, cells) in enumerate(rows):
        if done % _REPORTED_ROWS == 0:
            progress.report(done, len(rows), N_("Comparing rows"))
        yield plan_row(row.line, _digest(row), cells)


def _content(source: Source, request: Request) -> _Content:
    table = find_table(source, request.overrides) if source.format != "txt" else None
    if table is None or (not request.overrides and not known_words(table)):
        return _lines(source, request, table)
    kind = _kind(table, request)
    columns = mapping.map_columns(table.headers, kind, request.overrides)
    if not columns:
        raise Refused(
            N_(
                "None of the columns of “{file}” is known: {columns}. Say what they hold: --map COLUMN=FIELD."
            ),
            file=source.name,
            columns=", ".join(header for header in table.headers if header),
        )
    kept = _extra_columns(table, columns, request) if kind == "recipients" else {}
    rows = [(row, _cells(row, {**columns, **kept})) for row in table.rows]
    named = {table.headers[n]: field for n, field in {**columns, **kept}.items()}
    left_out = [h for n, h in enumerate(table.headers) if h and n not in columns and n not in kept]
    warning = message(N_("Columns left out: {columns}."), columns=", ".join(left_out))
    return _Content(kind, rows, named, table.header_line, (warning,) if left_out else ())


def _lines(source: Source, request: Request, table: Table | None) -> _Content:
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
    content = [(row, {"entry": row.cells[0]}) for row in rows]
    return _Content("sign-ons", content, {}, None, (warning,) if around else ())


def _kind(table: Table, request: Request) -> str:
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


def _extra_columns(table: Table, columns: Mapping[int, str], request: Request) -> dict[int, str]:
    """Recipients keep what has no field of its own, under its header, unless it was told to go."""
    gone = {fold(column) for column, field in request.overrides.items() if not field}
    kept: dict[int, str] = {}
    for n, header in enumerate(table.headers):
        if header and n not in columns and fold(header) not in gone:
            taken = header in kept.values() or header in mapping.FIELDS["recipients"]
            kept[n] = f"{header} ({n + 1})" if taken else header
    return kept


def _cells(row: Row, fields: Mapping[int, str]) -> dict[str, str]:
    return {field: row.cells[n] for n, field in fields.items() if n < len(row.cells)}


def _about_source(
    session: Session, source: Source, kind: str, request: Request
) -> Iterator[Message]:
    if source.encoding not in _CERTAIN_ENCODINGS:
        text = N_("The encoding of “{file}” was guessed as {encoding}: look at the accents.")
        yield message(text, file=source.name, encoding=source.encoding)
    earlier = select(Import.at).where(
        Import.source_digest == source.digest, Import.subject == subject_of(kind)
    )
    earlier = earlier.where(Import.letter_id.is_not_distinct_from(request.letter_id))
    if at := session.scalar(earlier.order_by(Import.id.desc()).limit(1)):
        text = N_("This file was imported before, on {day}.")
        yield message(text, day=at.date().isoformat())


def subject_of(kind: str) -> str:
    """What an import's record says that it brought."""
    return "recipients" if kind == "treaty" else kind


def _info(source: Source, content: _Content) -> SourceInfo:
    return SourceInfo(
        source.name, source.format, source.encoding, source.sheet, content.header_row, source.digest
    )


def _digest(row: Row) -> str:
    return hashlib.sha256("\x1f".join(row.cells).encode("utf-8", "surrogatepass")).hexdigest()
