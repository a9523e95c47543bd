"""A run: look everything over, read one snapshot, make a product, and keep a record of it."""

import datetime as dt
import hashlib
import tempfile
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any

from sqlalchemy.orm import Session

from signatories import preflight
from signatories.choosing import Addressed
from signatories.database import Database, actor
from signatories.errors import Refused
from signatories.exports import Written, exporter
from signatories.letter_files import LetterFile
from signatories.merge.pages import LetterPages
from signatories.merge.snapshot import Choices, Snapshot, take
from signatories.models import Run, RunFile
from signatories.preflight import Finding, Level
from signatories.progress import SILENT, Progress
from signatories.texts import N_, Message, message


@dataclass(frozen=True, slots=True)
class Request:
    """What to make, of which choices, and where. With `strict`, a warning stops it as an error does."""

    product: str
    format: str
    target: Path
    choices: Choices = field(default_factory=Choices)
    separate: bool = False
    strict: bool = False


@dataclass(frozen=True, slots=True)
class MadeFile:
    """A finished file."""

    path: Path
    size: int
    digest: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a run made. `run_id` is None when the workspace is read-only and no record could be kept."""

    run_id: int | None
    files: tuple[MadeFile, ...]
    counts: dict[str, int]
    warnings: tuple[Message, ...]


@dataclass(frozen=True, slots=True)
class Preview:
    """One recipient's letter as a PDF: the one of that number, from 1, of so many (0: there is none yet)."""

    pdf: bytes
    recipient: str
    number: int
    of: int


NOBODY = Addressed(0, "", "", "", "", "", "", None, "", {}, None)


def make(
    database: Database, letter_id: int, request: Request, progress: Progress = SILENT
) -> Outcome:
    """Make a product and record the run.

    Raises Refused with everything that blocks it, before anything is written; UnwritableFile; Cancelled.
    """
    return make_together(database, letter_id, [request], progress)[0]


def make_together(
    database: Database, letter_id: int, requests: Sequence[Request], progress: Progress = SILENT
) -> list[Outcome]:
    """Make several products of one snapshot, so that they agree; the first request's choices are taken for all.

    Raises as `make`. When a later product fails, the finished ones stay, each with its record.
    """
    with database.reading() as session:
        snapshot = take(session, letter_id, requests[0].choices)
    letters = any(request.product == "letters" for request in requests)
    findings = preflight.check(snapshot, preflight.Aims(letters=letters))
    _refuse(findings, strict=any(request.strict for request in requests))
    return [_make(database, snapshot, request, findings, progress) for request in requests]


def check(session: Session, letter_id: int, choices: Choices) -> list[Finding]:
    """What to look at before letters are printed; a letter that has no printable version is a finding too."""
    try:
        snapshot = take(session, letter_id, choices)
    except Refused as refusal:
        return [Finding(Level.ERROR, refusal.message)]
    return preflight.check(snapshot)


def preview(
    session: Session, letter_id: int, number: int = 1, file: LetterFile | None = None
) -> Preview:
    """The letter of the recipient of that number (the nearest there is), with the newest text or the given one."""
    from signatories.exports import pdf  # noqa: PLC0415 - ReportLab, for those who print

    snapshot = take(session, letter_id, Choices(draft=True))
    if file is not None:
        snapshot = replace(
            snapshot, text=replace(file, language=file.language or snapshot.text.language)
        )
    recipients = snapshot.recipients
    number = min(max(number, 1), len(recipients))
    recipient = recipients[number - 1] if recipients else NOBODY
    document = LetterPages(snapshot, gaps_shown=True).document(recipient)
    with tempfile.TemporaryDirectory(prefix="signatories-") as folder:
        path = Path(folder) / "preview.pdf"
        pdf.write(path, [document], pdf.About(title=snapshot.text.title))
        return Preview(path.read_bytes(), recipient.name, number, len(recipients))


def counts_of(snapshot: Snapshot, written: Written) -> dict[str, int]:
    """The figures of a run, for its record."""
    return {
        "recipients": len(snapshot.recipients),
        "signatories": len(snapshot.printed),
        "withheld": len(snapshot.signatories) - len(snapshot.printed),
        "documents": written.documents,
        "pages": written.pages,
    }


def _make(
    database: Database,
    snapshot: Snapshot,
    request: Request,
    findings: Iterable[Finding],
    progress: Progress,
) -> Outcome:
    maker = exporter(request.product, request.format, separate=request.separate)
    written = maker.write(snapshot, request.target, progress)
    files = tuple(_made(path) for path in written.files)
    warnings = [finding.message for finding in findings] + [*written.warnings]
    run_id = None
    if database.read_only:
        warnings.append(message(N_("The workspace is read-only: no record of this run was kept.")))
    else:
        run_id = _record(database, snapshot, request, written, files, warnings)
    return Outcome(run_id, files, counts_of(snapshot, written), tuple(warnings))


def _refuse(findings: Iterable[Finding], *, strict: bool) -> None:
    blocking = [finding for finding in findings if strict or finding.level is Level.ERROR]
    if blocking:
        reasons = " ".join(str(finding.message) for finding in blocking)
        raise Refused(N_("Nothing was made. {reasons}"), reasons=reasons)


def _made(path: Path) -> MadeFile:
    with path.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    return MadeFile(path, path.stat().st_size, digest)


def _record(
    database: Database,
    snapshot: Snapshot,
    request: Request,
    written: Written,
    files: Iterable[MadeFile],
    warnings: Iterable[Message],
) -> int:
    run = Run(
        letter_id=snapshot.letter_id,
        version_number=snapshot.version,
        at=dt.datetime.now(dt.UTC),
        actor=actor(),
        product=request.product,
        settings=_settings(snapshot, request),
        counts=counts_of(snapshot, written),
        warnings=[str(warning) for warning in warnings],
        snapshot=_as_printed(snapshot),
    )
    run.files = [RunFile(name=file.path.name, size=file.size, digest=file.digest) for file in files]
    with database.writing() as session:
        session.add(run)
        session.flush()
        return run.id


def _settings(snapshot: Snapshot, request: Request) -> dict[str, Any]:
    chosen = {name: value for name, value in asdict(request.choices).items() if value is not None}
    return {name: str(value) for name, value in chosen.items()} | {
        "format": request.format,
        "separate": request.separate,
        "order": snapshot.order.value,
        "articles": snapshot.articles.value,
        "as_of": snapshot.selection.as_of.isoformat(),
        "instrument": snapshot.instrument,
    }


def _as_printed(snapshot: Snapshot) -> dict[str, Any]:
    """What was printed, to be compared with later: who the letters went to, and the lines of the list."""
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
            {"sign_on": line.sign_on_id, "line": line.line} for line in snapshot.printed
        ],
    }
