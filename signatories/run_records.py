"""The record of a run: what was made of what, to be looked up and compared later."""

import datetime as dt
import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from signatories.block.settings import to_json
from signatories.database import actor
from signatories.exports import Exporter, Written
from signatories.merge.block.texts import shown_texts
from signatories.merge.blocks import blocks
from signatories.merge.listing import whole
from signatories.merge.snapshot import Choices, Snapshot
from signatories.models import Run, RunFile
from signatories.texts import Message


@dataclass(frozen=True, slots=True)
class MadeFile:
    """A finished file: where it stands, its size and its SHA-256."""

    path: Path
    size: int
    digest: str


def files_of(beside: Path, target: Path) -> tuple[MadeFile, ...]:
    """The files of a product that is still beside its place, by the paths that they are to have."""
    if not beside.is_dir():
        return (_made(beside, target),)
    return tuple(_made(file, target / file.name) for file in sorted(beside.iterdir()))


def counts_of(snapshot: Snapshot, written: Written) -> dict[str, int]:
    """The figures of a run. `recipients` are all that were chosen, of whom a sample has fewer documents."""
    return {
        "recipients": len(snapshot.selection.recipients),
        "signatories": len(snapshot.printed),
        "withheld": len(snapshot.signatories) - len(snapshot.printed),
        "documents": written.documents,
        "pages": written.pages,
    }


def record(
    snapshot: Snapshot,
    choices: Choices,
    exporter: Exporter,
    counts: dict[str, int],
    files: Iterable[MadeFile],
    warnings: Iterable[Message],
) -> Run:
    """The row that keeps a run."""
    run = Run(
        letter_id=snapshot.letter_id,
        version_number=snapshot.version,
        at=dt.datetime.now(dt.UTC),
        actor=actor(),
        product=exporter.product,
        settings=_settings(snapshot, choices, exporter),
        counts=counts,
        warnings=[warning.as_data() for warning in warnings],
        snapshot=_as_printed(snapshot, exporter),
    )
    run.files = [RunFile(name=file.path.name, size=file.size, digest=file.digest) for file in files]
    return run


def _made(file: Path, target: Path) -> MadeFile:
    with file.open("rb") as opened:
        digest = hashlib.file_digest(opened, "sha256").hexdigest()
    return MadeFile(target, file.stat().st_size, digest)


def _settings(snapshot: Snapshot, choices: Choices, exporter: Exporter) -> dict[str, Any]:
    chosen = {name: value for name, value in asdict(choices).items() if value is not None}
    return {name: str(value) for name, value in chosen.items()} | {
        "format": exporter.format,
        "separate": exporter.separate,
        "order": snapshot.block.order.order.value,
        "articles": snapshot.block.order.articles.value,
        "block": to_json(snapshot.block),
        "as_of": snapshot.selection.as_of.isoformat(),
        "instrument": snapshot.instrument,
    }


def _as_printed(snapshot: Snapshot, exporter: Exporter) -> dict[str, Any]:
    """What was printed, to be compared with later: who the letters went to, and the lines of the whole list."""
    return {
        "recipients": [
            {
                "id": recipient.id,
                "name": recipient.name,
                "status": recipient.standing.status.value if recipient.standing else None,
            }
            for recipient in snapshot.recipients
        ],
        "signatories": [
            {"sign_on": sign_on_id, "line": text} for sign_on_id, text in _shown(snapshot, exporter)
        ],
    }


def _shown(snapshot: Snapshot, exporter: Exporter) -> Iterator[tuple[int, str]]:
    """The words that a product shows of each sign-on; none where a logo says it, or where they are only counted."""
    if not exporter.content.needs_confirmed:
        return ((row.id, row.caption) for row in snapshot.sign_ons)
    if exporter.product != "letters":
        return shown_texts(whole(snapshot))
    language, as_of = snapshot.text.language, snapshot.listed_on
    return blocks(snapshot.signatories, snapshot.block, language, as_of).texts
