"""Whether a workspace is whole, and one hash that stands for all its content."""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain
from typing import Any

from sqlalchemy import Table, select
from sqlalchemy.orm import Session

from signatories.database import Database, integrity_problems, overwriting
from signatories.history.chain import chain_problems
from signatories.list_order import out_of_place
from signatories.models import (
    Act,
    Asset,
    Base,
    Confirmation,
    Consent,
    Difference,
    Evidence,
    Instrument,
    Letter,
    Listed,
    Organisation,
    OrganisationName,
    Person,
    Recipient,
    Renewal,
    Role,
    Run,
    RunPart,
    SignatureList,
    SignOn,
    Tagging,
    Text,
    Version,
)
from signatories.progress import SILENT, Progress
from signatories.recording import CHUNK, DERIVED, to_plain

CONTENT: tuple[type[Base], ...] = (
    Organisation,
    OrganisationName,
    Person,
    Role,
    Tagging,
    Difference,
    Letter,
    Version,
    Text,
    SignOn,
    Evidence,
    Confirmation,
    Renewal,
    Consent,
    SignatureList,
    Listed,
    Recipient,
    Instrument,
    Act,
)
"""The tables of the content hash: no history, imports, questions, runs or settings."""

SILENT_COLUMNS = DERIVED | {"changed_in", "revision"}
"""Columns that say nothing which is not in the others."""


@dataclass(frozen=True, slots=True)
class Report:
    """What a check found. `content_hash`: SHA-256, equal for equal content; `counts`: rows by table."""

    problems: tuple[str, ...]
    content_hash: str
    counts: dict[str, int]


def check(database: Database, progress: Progress = SILENT) -> Report:
    """Read the whole workspace: the file, references, the log's chain, kept files, and the content."""
    problems = integrity_problems(database.path)
    with database.reading() as session:
        problems += chain_problems(session)
        problems += _altered(session)
        problems += _missing(session)
        problems += _erased(session)
        problems += _disordered(session)
        content_hash, counts = _content(session, progress)
    return Report(tuple(problems), content_hash, counts)


def _content(session: Session, progress: Progress) -> tuple[str, dict[str, int]]:
    """The hash of all content: a line of JSON for each row, table by table, in the order of ids."""
    digest = hashlib.sha256()
    counts = {model.__tablename__: 0 for model in CONTENT}
    for number, model in enumerate(CONTENT):
        table = Base.metadata.tables[model.__tablename__]
        for row in _rows(session, table):
            line = json.dumps([table.name, row], sort_keys=True, separators=(",", ":"))
            digest.update(line.encode("ascii") + b"\n")
            counts[table.name] += 1
            progress.report(number, len(CONTENT), table.name)
    return digest.hexdigest(), counts


def _rows(session: Session, table: Table) -> Iterator[dict[str, Any]]:
    """The rows as the hash takes them: without what only a later schema could say, where a row says nothing."""
    columns = [column for column in table.columns if column.name not in SILENT_COLUMNS]
    query = select(*columns).order_by(table.c.id).execution_options(yield_per=CHUNK)
    before = {c.name: c.info["before"] for c in columns if "before" in c.info}
    for row in session.execute(query).mappings():
        plain = {name: to_plain(value) for name, value in row.items()}
        yield {name: v for name, v in plain.items() if name not in before or v != before[name]}


def _altered(session: Session) -> list[str]:
    """Which kept files, and which parts of what runs printed, are no longer what they were."""
    problems = []
    for model, text in ((Asset, "the kept file {}"), (RunPart, "what a run printed ({})")):
        query = select(model.digest, model.content).execution_options(yield_per=1)
        for digest, content in session.execute(query):
            if hashlib.sha256(content).hexdigest() != digest:
                problems.append(f"{text.format(digest[:12])} was altered")
    return problems


def _missing(session: Session) -> list[str]:
    """Which runs printed parts that are not kept any more. Runs of earlier versions name none."""
    kept = set(session.scalars(select(RunPart.digest)))
    runs = session.execute(select(Run.id, Run.snapshot["lists"]).order_by(Run.id))
    return [
        f"a part of what run {run_id} printed is missing"
        for run_id, lists in runs
        if not kept.issuperset(chain.from_iterable((lists or {}).values()))
    ]


def _erased(session: Session) -> list[str]:
    """Whether the bytes of somebody who was erased may still stand in the file."""
    if overwriting.is_asked_for(session):
        return [
            "what was erased is not yet overwritten: close the workspace everywhere and open it again"
        ]
    return []


def _disordered(session: Session) -> list[str]:
    """Which numbered lists stand beside another one of their text with the same number, or in its place."""
    rows = session.scalars(select(SignatureList).order_by(SignatureList.id))
    return [
        f"list {row.number} (id {row.id}) and another list of the same text are out of order"
        for row in rows
        if out_of_place(session, row.id, row.version_id, row.number)
    ]
