"""The record of a run: what was made of what, to be looked up, compared and made again later."""

import datetime as dt
import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from signatories.block.settings import to_json
from signatories.database import actor
from signatories.exports import Exporter, Written
from signatories.letters import run_settings
from signatories.merge.languages import by_language
from signatories.merge.snapshot import Choices, Snapshot
from signatories.models import Run, RunFile
from signatories.runs.snapshot_records import SnapshotRecord


@dataclass(frozen=True, slots=True)
class MadeFile:
    """A finished file: where it stands, its size and its SHA-256."""

    path: Path
    size: int
    digest: str


def files_of(beside: Path, target: Path) -> tuple[MadeFile, ...]:
    """The files of a product that is still beside its place, by the paths that they are to have."""
    if not beside.is_dir():
        return (made_file(beside, target),)
    return tuple(made_file(file, target / file.name) for file in sorted(beside.iterdir()))


def places_of(run: Run, target: Path) -> Iterator[tuple[Path, RunFile]]:
    """The recorded files of a run, each with where it stands: in the folder `target`, or at it."""
    for file in run.files:
        yield (target / file.name if run.settings.get("separate") else target), file


def made_file(file: Path, target: Path) -> MadeFile:
    """A file as it is now, by the path that it is to have."""
    with file.open("rb") as opened:
        digest = hashlib.file_digest(opened, "sha256").hexdigest()
    return MadeFile(target, file.stat().st_size, digest)


def counts_of(snapshot: Snapshot, written: Written) -> dict[str, int]:
    """The figures of a run. `recipients` are all that were chosen, of whom a sample has fewer documents.

    `blank` is there where backs were left empty.
    """
    return {
        "recipients": len(snapshot.selection.recipients),
        "signatories": len(snapshot.printed),
        "withheld": len(snapshot.signatories) - len(snapshot.printed),
        "documents": written.documents,
        "pages": written.pages,
    } | ({"blank": written.blank} if written.blank else {})


def settings_of(snapshot: Snapshot, choices: Choices, exporter: Exporter) -> dict[str, Any]:
    """With which settings something is made, to be looked up; what counts when it is made again is the snapshot."""
    told = _asked_for(choices)
    return {
        **told,
        "chosen": sorted(told),
        "format": exporter.format,
        "separate": exporter.separate,
        "order": snapshot.block.order.order.value,
        "articles": snapshot.block.order.articles.value,
        "block": to_json(snapshot.block),
        "run": run_settings.to_json(snapshot.run),
        "as_of": snapshot.selection.as_of.isoformat(),
        "instrument": snapshot.instrument,
        **_only_of_some(snapshot),
    }


def _asked_for(choices: Choices) -> dict[str, str]:
    """What was chosen for this run alone, in place of what the letter has."""
    chosen = {
        "version": choices.version,
        "where": choices.where,
        "as_of": choices.as_of,
        "signed_by": choices.signed_by,
        "list": choices.list_number,
        "columns": choices.columns,
        "limit": choices.limit,
        "language": choices.language,
    }
    return {name: str(value) for name, value in chosen.items() if value is not None}


def _only_of_some(snapshot: Snapshot) -> dict[str, Any]:
    """What is said where there is more to say: the list's end, and how many letters in each of several languages."""
    letters = {name: len(those) for name, those in by_language(snapshot).items()}
    said = {
        "signed_by": snapshot.signed_by and str(snapshot.signed_by),
        "list": snapshot.list_number,
        "languages": letters if len(letters) > 1 else None,
    }
    return {name: value for name, value in said.items() if value}


def record(
    snapshot: SnapshotRecord,
    product: str,
    settings: Mapping[str, Any],
    counts: dict[str, int],
    files: Iterable[MadeFile],
    warnings: Iterable[Mapping[str, Any]],
) -> Run:
    """The row that keeps a run. Its parts are kept beside it."""
    run = Run(
        letter_id=snapshot.data["letter_id"],
        version_number=snapshot.data["version"],
        at=dt.datetime.now(dt.UTC),
        actor=actor(),
        product=product,
        settings=dict(settings),
        counts=counts,
        warnings=[dict(warning) for warning in warnings],
        snapshot=snapshot.data,
    )
    run.files = [RunFile(name=file.path.name, size=file.size, digest=file.digest) for file in files]
    return run
