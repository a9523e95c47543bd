"""A letter's earlier runs as they are looked up: what was made when and by whom, and what became of the files."""

import datetime as dt
import enum
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, NamedTuple

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from signatories.errors import NotFound
from signatories.models import Run, RunFile
from signatories.runs.records import made_file, places_of
from signatories.sources import shapes
from signatories.texts import N_, Message


@dataclass(frozen=True, slots=True)
class EarlierRun:
    """A run in a list. `counts` are its figures, `files` how many it made."""

    id: int
    at: dt.datetime
    actor: str
    product: str
    version: int
    settings: dict[str, Any]
    counts: dict[str, int]
    files: int
    warnings: tuple[Message, ...]


class FileState(enum.Enum):
    """What became of a file that a run made."""

    AS_MADE = "as made"
    CHANGED = "changed"
    GONE = "gone"


class KeptFile(NamedTuple):
    """A file that a run made: where it was put, and what became of it."""

    path: Path
    state: FileState


def of_letter(session: Session, letter_id: int) -> list[EarlierRun]:
    """A letter's runs, latest first; not what they printed, which is much."""
    files = select(func.count(RunFile.id)).where(RunFile.run_id == Run.id).scalar_subquery()
    columns = (
        Run.id,
        Run.at,
        Run.actor,
        Run.product,
        Run.version_number,
        Run.settings,
        Run.counts,
        files,
        Run.warnings,
    )
    wanted = Run.letter_id == letter_id, Run.target.is_(None)
    rows: Iterable[Any] = session.execute(select(*columns).where(*wanted).order_by(Run.id.desc()))
    return [replace(EarlierRun(*row), warnings=tuple(map(_message, row.warnings))) for row in rows]


def files_of(session: Session, run_id: int) -> list[KeptFile]:
    """The files of a run where it put them; none for a run that did not keep where that was. Raises NotFound."""
    run = session.get(Run, run_id)
    if run is None:
        raise NotFound(N_("There is no run {id}."), id=run_id)
    target = run.settings.get("target")
    if not target:
        return []
    return [KeptFile(path, _state(path, file)) for path, file in places_of(run, Path(target))]


def _message(warning: Mapping[str, Any]) -> Message:
    """A warning as it was told, without who let it stand."""
    return shapes.message({name: warning[name] for name in ("key", "values")})


def _state(path: Path, file: RunFile) -> FileState:
    try:
        if path.stat().st_size != file.size:
            return FileState.CHANGED
        is_same = made_file(path, path).digest == file.digest
    except OSError:
        return FileState.GONE
    return FileState.AS_MADE if is_same else FileState.CHANGED
