"""A run's files and its record stand together or not at all, also when the process is killed between the two.

The record is kept first, with the place where its files are to stand. Whoever finds it so later can look there.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from itertools import chain
from pathlib import Path

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from signatories.database import Database
from signatories.errors import WorkspaceError
from signatories.exports.swapping import put_back
from signatories.models import Run, RunPart
from signatories.recording import chunks
from signatories.runs.packed_rows import Part
from signatories.runs.records import made_file, places_of


@contextmanager
def recorded(
    database: Database, run: Run, parts: Collection[Part], target: Path
) -> Iterator[int | None]:
    """Record a run whose files the block puts in their place; yield its id, None where nothing can be recorded.

    Nobody else writes meanwhile. When the block fails, no record is kept.
    """
    if database.read_only:
        yield None
        return
    run.target = str(target.resolve())
    with database.writing() as session:
        _keep(session, parts)
        session.add(run)
        session.flush()
    in_place = False
    try:
        with database.writing() as session:
            yield run.id
            in_place = True
            run.target = None
            _keep(session, parts)
            session.merge(run)  # whoever settled meanwhile has removed it: no file stood there yet
    except BaseException:
        with suppress(WorkspaceError):
            if in_place:
                settle(database)
            else:
                _drop(database, run.id)
        raise


def settle(database: Database) -> None:
    """Look after the runs that a killed process left: recorded is what stands in its place, and nothing else."""
    with database.reading() as session:
        if database.read_only or not session.scalar(select(Run.id).where(_IS_LEFT).limit(1)):
            return
    with database.writing() as session:
        for run in session.scalars(select(Run).where(_IS_LEFT)):
            if _stands(run):
                run.target = None
            else:
                _remove(session, run)


_IS_LEFT = Run.target.is_not(None)


def _drop(database: Database, run_id: int) -> None:
    with database.writing() as session:
        if run := session.get(Run, run_id):
            _remove(session, run)


def _remove(session: Session, run: Run) -> None:
    """Remove a run with the parts that no other run names: they hold names that nobody would look for."""
    others = session.scalars(select(Run.snapshot["lists"]).where(Run.id != run.id))
    named = {digest for lists in others for digest in _digests(lists)}
    unnamed = set(_digests(run.snapshot.get("lists"))) - named
    for chunk in chunks(list(unnamed)):
        session.execute(delete(RunPart).where(RunPart.digest.in_(chunk)))
    session.delete(run)


def _digests(lists: Mapping[str, list[str]] | None) -> Iterable[str]:
    """The parts that a run names; none where an earlier version of the program recorded it."""
    return chain.from_iterable((lists or {}).values())


def _keep(session: Session, parts: Iterable[Part]) -> None:
    """Keep the parts that no earlier run has kept."""
    contents = dict(parts)
    for chunk in chunks(list(contents)):
        known = session.scalars(select(RunPart.digest).where(RunPart.digest.in_(chunk)))
        for digest in set(chunk).difference(known):
            session.add(RunPart(digest=digest, content=contents[digest]))


def _stands(run: Run) -> bool:
    """Whether all files of a run stand in their place."""
    target = Path(run.target or "")
    put_back(target)
    return all(
        path.is_file() and made_file(path, path).digest == file.digest
        for path, file in places_of(run, target)
    )
