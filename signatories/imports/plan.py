"""From a source to an import plan: read, map, split, match. Reads the workspace, writes nothing."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from sqlalchemy import select
from sqlalchemy.orm import Session

from signatories import letters
from signatories.directory import erased_people
from signatories.imports.columns import remembered
from signatories.imports.contents import Content, content_of
from signatories.imports.planned import ImportPlan, ImportRequest, SourceInfo
from signatories.imports.planned_rows import PlannedRows, Planner
from signatories.imports.planning.erased import AskingOfErased
from signatories.imports.planning.organisations import OrganisationPlanner
from signatories.imports.planning.people import PeoplePlanner
from signatories.imports.planning.recipients import RecipientPlanner
from signatories.imports.planning.replies import ReplyPlanner
from signatories.imports.planning.rewriting import Rewriting
from signatories.imports.planning.sign_ons import SignOnPlanner
from signatories.imports.planning.treaty import TreatyPlanner
from signatories.imports.tables import as_at
from signatories.imports.typed_rows import with_typed
from signatories.imports.written import subject_of
from signatories.lasting import many_objects
from signatories.models import ChangeSet, Import
from signatories.progress import SILENT, Progress
from signatories.recording import last_hash
from signatories.sources.documents import Source
from signatories.texts import N_, Message, listed, message


@many_objects()
def build(
    session: Session, source: Source, request: ImportRequest, progress: Progress = SILENT
) -> ImportPlan:
    """What importing the source would do.

    Raises Refused when nothing tells what the rows are or which letter they are for, BadText for an override,
    NotFound for the letter.
    """
    if request.letter_id is not None:
        letters.get(session, request.letter_id)
    content = content_of(source, request, partial(remembered.find, session), progress)
    planner = _planner(session, source, request, content)
    if (erased := erased_people.read(session)).days:
        planner = AskingOfErased(planner, erased)
    cells = with_typed(content.rows, request.typed)
    rows = PlannedRows(cells, planner, Rewriting(request, planner.subject).checked)
    rows.decide_all(partial(_report, progress, len(content.rows)))
    planner.settle()
    about = (*_about_reading(source), *_imported_before(session, source, content.kind, request))
    return replace(
        _read(source, content, request, rows),
        warnings=(*content.warnings, *about, *planner.warnings(rows)),
        made=planner.made,
        seen=last_hash(session),
    )


def _planner(session: Session, source: Source, request: ImportRequest, content: Content) -> Planner:
    """What reads and compares rows of this kind."""
    kind = content.kind
    if kind == "treaty":
        checked_on = as_at.day_told(content.left_out, dt.datetime.now().astimezone().date())
        return TreatyPlanner(session, request, source.name, content.month_first, checked_on)
    if kind == "recipients":
        return RecipientPlanner(session, request)
    if kind == "replies":
        return ReplyPlanner(session, request, source)
    if kind == "organisations":
        return OrganisationPlanner(session)
    if kind == "people":
        return PeoplePlanner(session)
    return SignOnPlanner(session, request, content.month_first.get("date"))


def _report(progress: Progress, rows: int, number: int) -> None:
    progress.report(number, rows, N_("Comparing rows"))


def _about_reading(source: Source) -> Iterator[Message]:
    """What should be known of how the source was read."""
    yield from source.notes
    if source.guessed:
        text = N_("The encoding of “{file}” was guessed as {encoding}: look at the accents.")
        yield message(text, file=source.name, encoding=source.encoding)


def _imported_before(
    session: Session, source: Source, kind: str, request: ImportRequest
) -> Iterator[Message]:
    """When the same was last imported as the same and for the same letter, and is still in force."""
    done = select(Import.at, ChangeSet.values)
    earlier = done.join(ChangeSet, ChangeSet.id == Import.change_set_id).where(
        Import.source_digest == source.digest,
        Import.subject == subject_of(kind),
        Import.letter_id.is_not_distinct_from(request.letter_id),
        ChangeSet.undone_by_id.is_(None),
    )
    if found := session.execute(earlier.order_by(Import.id.desc()).limit(1)).one_or_none():
        at, values = found
        text = N_("This file was imported before, on {day}.")
        yield message(text, day=at.date().isoformat())
        if lines := values.get("typed"):
            text = N_("What was typed then in %n row(s) is not in the file: line {lines}.")
            yield message(text, n=len(lines), lines=listed(sorted(lines, key=int)))


def _read(
    source: Source, content: Content, request: ImportRequest, rows: PlannedRows
) -> ImportPlan:
    """The plan as far as the source and the request say it."""
    return ImportPlan(
        content.kind,
        _info(source, content),
        request,
        content.mapping,
        rows,
        columns=content.columns,
        left_out=content.left_out,
        fills=content.fills,
        proposals=content.proposals,
    )


def _info(source: Source, content: Content) -> SourceInfo:
    return SourceInfo(
        source.name, source.format, source.encoding, source.sheet, content.header_row, source.digest
    )
