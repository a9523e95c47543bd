"""From a source to an import plan: read, map, split, match. Reads the workspace, writes nothing."""

import hashlib
from collections.abc import Callable, Iterator, Mapping, Sequence

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from signatories import letters
from signatories.errors import Refused
from signatories.imports import plan_treaty, sign_on_rows
from signatories.imports.contents import Content, content_of
from signatories.imports.plan_recipients import RecipientPlanner
from signatories.imports.plan_sign_ons import SignOnPlanner
from signatories.imports.planned import ImportPlan, ImportRequest, PlannedRow, SourceInfo
from signatories.models import ChangeSet, Import
from signatories.progress import SILENT, Progress
from signatories.sources.documents import Row, Source
from signatories.texts import N_, Message, message

_REPORTED_ROWS = 200

PlanRow = Callable[[int, str, Mapping[str, str]], PlannedRow]


def build(
    session: Session, source: Source, request: ImportRequest, progress: Progress = SILENT
) -> ImportPlan:
    """What importing the source would do.

    Raises Refused when nothing tells what the rows are or which letter they are for, BadText for an override,
    NotFound for the letter.
    """
    if request.letter_id is not None:
        letters.get(session, request.letter_id)
    content = content_of(source, request)
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


class LetterNotSaid(Refused):
    """Sign-ons belong to a letter, and none was given."""


def _planner(
    session: Session, source: Source, request: ImportRequest, kind: str
) -> tuple[PlanRow, object]:
    """What plans one row, and what the rows make beside themselves."""
    if kind == "treaty":
        treaty = plan_treaty.TreatyPlanner(session, request, source.name)
        return treaty.plan, treaty.making
    if kind == "recipients":
        return RecipientPlanner(session, request.letter_id).plan, None
    if request.letter_id is None:
        raise LetterNotSaid(N_("Say which letter these sign-ons are for."))
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


def _about_source(
    session: Session, source: Source, kind: str, request: ImportRequest
) -> Iterator[Message]:
    if source.guessed:
        text = N_("The encoding of “{file}” was guessed as {encoding}: look at the accents.")
        yield message(text, file=source.name, encoding=source.encoding)
    earlier = select(Import.at).join(ChangeSet, ChangeSet.id == Import.change_set_id)
    earlier = earlier.where(
        Import.source_digest == source.digest,
        Import.subject == subject_of(kind),
        Import.letter_id.is_not_distinct_from(request.letter_id),
        ChangeSet.undone_by_id.is_(None),
    )
    if at := session.scalar(earlier.order_by(Import.id.desc()).limit(1)):
        text = N_("This file was imported before, on {day}.")
        yield message(text, day=at.date().isoformat())


def subject_of(kind: str) -> str:
    """What an import's record says that it brought."""
    return "recipients" if kind == "treaty" else kind


def _info(source: Source, content: Content) -> SourceInfo:
    return SourceInfo(
        source.name, source.format, source.encoding, source.sheet, content.header_row, source.digest
    )


def _digest(row: Row) -> str:
    return hashlib.sha256("\x1f".join(row.cells).encode("utf-8", "surrogatepass")).hexdigest()
