"""A run: look everything over, read one snapshot, make a product, and keep a record of it."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from types import MappingProxyType
from typing import Any

from sqlalchemy.orm import Session

from signatories import letters, preflight
from signatories.database import Database, actor
from signatories.errors import NotFound, Refused
from signatories.exports import Exporter, exporter
from signatories.exports.feasible import impossible
from signatories.exports.naming import Naming
from signatories.findings import Finding, Level, Spot, Tab, serious_first
from signatories.letters import versions
from signatories.merge.snapshot import Choices, Snapshot, only
from signatories.merge.taking import take
from signatories.progress import SILENT, Progress, parts
from signatories.runs import acknowledged, kept, taken_back, unfinished
from signatories.runs.aims import aims_of
from signatories.runs.records import MadeFile, counts_of, files_of, record, settings_of
from signatories.runs.snapshot_records import SnapshotRecord, to_record
from signatories.runs.targets import refuse_targets
from signatories.sign_ons.lists import NoSuchList
from signatories.texts import N_, Message, message


@dataclass(frozen=True, slots=True)
class Request:
    """What to make, and where."""

    product: str
    format: str
    target: Path
    separate: bool = False

    @property
    def exporter(self) -> Exporter:
        """Who makes it. Raises Refused when nobody does."""
        return exporter(self.product, self.format, separate=self.separate)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a run made. `run_id` is None when the workspace is read-only and no record could be kept."""

    run_id: int | None
    files: tuple[MadeFile, ...]
    counts: dict[str, int]
    warnings: tuple[Message, ...]


@dataclass(frozen=True, slots=True)
class Again:
    """What was made again of a run: the new run's outcome, and how it differs from the old one.

    `differences`: none where it is the same byte for byte; None for some letters of one file, which there is nothing
    to hold against.
    """

    outcome: Outcome
    differences: tuple[Message, ...] | None


def make(
    database: Database,
    letter_id: int,
    choices: Choices,
    request: Request,
    progress: Progress = SILENT,
    *,
    strict: bool = False,
) -> Outcome:
    """Make a product and record the run; with `strict`, a warning stops it as an error does.

    The product stands in its place only with its record, and is recorded only when it stands there. Raises Refused
    with everything that blocks it, before anything is written; UnwritableFile; WorkspaceError; Cancelled.
    """
    made = make_together(database, letter_id, choices, [request], progress, strict=strict)
    return made[0]


def make_together(
    database: Database,
    letter_id: int,
    choices: Choices,
    requests: Sequence[Request],
    progress: Progress = SILENT,
    *,
    strict: bool = False,
    seen: Collection[str] = (),
) -> list[Outcome]:
    """Make several products of one snapshot, so that they agree.

    `seen` are the digests of the findings that somebody has looked at and lets stand, which the records keep. Raises as
    `make`. When a later product fails, the finished ones stay, each with its record.
    """
    makers = [request.exporter for request in requests]
    refuse_targets(request.target for request in requests)
    progress.report(0, None, N_("Looking everything over"))
    with database.reading() as session:
        snapshot = _snapshot(session, letter_id, choices, makers)
        earlier = acknowledged.earlier(session, letter_id) if seen else {}
    _refuse_names(snapshot, makers)
    findings = [each for each in _look_over(snapshot, makers) if each.level is not Level.NOTE]
    _refuse([finding for finding in findings if strict or finding.level is Level.ERROR])
    unfinished.settle(database)
    by = {digest: earlier.get(digest, actor()) for digest in seen}
    making = _Making(database, snapshot, findings, by, strict=strict)
    each = parts(progress, [maker.name for maker in makers])
    return [
        making.make(request, settings_of(snapshot, choices, request.exporter), part)
        for request, part in zip(requests, each, strict=True)
    ]


def again(
    database: Database,
    run_id: int,
    target: Path,
    progress: Progress = SILENT,
    *,
    recipients: Collection[int] | None = None,
    strict: bool = False,
) -> Again:
    """Make again what a run made, of what it printed then, or the letters to some of its recipients, by id.

    It is recorded as a run of its own, with warnings for who does not allow it any more. Raises as `make`, NotFound
    for the run or a recipient, and Refused for a run that was not kept whole.
    """
    with database.reading() as session:
        run = kept.read(session, run_id)
        snapshot = run.snapshot if recipients is None else only(run.snapshot, recipients)
        findings = taken_back.findings(session, snapshot, run.exporter)
    _refuse(findings if strict else ())
    request = Request(run.product, run.settings["format"], target, run.separate)
    refuse_targets([target])
    unfinished.settle(database)
    making = _Making(database, snapshot, findings, strict=strict)
    part = next(parts(progress, [run.exporter.name]))
    outcome = making.make(request, {**run.settings, "again": run_id}, part)
    some = recipients is not None
    return Again(outcome, kept.differences(run, outcome.files, some=some))


def check(
    session: Session, letter_id: int, choices: Choices, makers: Sequence[Exporter]
) -> list[Finding]:
    """What to look at before these products are made; a letter without a printable version is a finding too.

    Where nothing blocks, a few letters are set, to see what does not fit: a run tells that of all of them.
    """
    try:
        snapshot = _snapshot(session, letter_id, choices, makers)
    except NoSuchList as error:
        return [Finding(Level.ERROR, error.message, place=Spot(Tab.RUN, "signed_by"))]
    except (Refused, NotFound) as refusal:
        return [Finding(Level.ERROR, refusal.message)]
    found = _look_over(snapshot, makers)
    aims = aims_of(makers)
    if aims.letters and aims.pages and not any(each.level is Level.ERROR for each in found):
        found += preflight.overfull(snapshot)
    return serious_first(found)


class _Making:
    """Makes and records the products of one snapshot."""

    def __init__(
        self,
        database: Database,
        snapshot: Snapshot,
        findings: Sequence[Finding] = (),
        acknowledged_by: Mapping[str, str] = MappingProxyType({}),
        *,
        strict: bool = False,
    ) -> None:
        self._database = database
        self._snapshot = snapshot
        self._findings = list(findings)
        if database.read_only:
            text = N_("The workspace is read-only: no record of this run was kept.")
            self._findings.append(Finding(Level.WARNING, message(text)))
        self._acknowledged_by = acknowledged_by
        self._strict = strict

    @cached_property
    def _record(self) -> SnapshotRecord:
        """Written once for all products, and not where it is not kept."""
        return to_record(self._snapshot)

    def make(self, request: Request, settings: Mapping[str, Any], progress: Progress) -> Outcome:
        maker = request.exporter
        with maker.making(self._snapshot, request.target, progress) as product:
            files = files_of(product.beside, request.target)
            counts = counts_of(product.snapshot, product.written)
            said = (Finding(Level.WARNING, each) for each in product.written.warnings)
            found = (*self._findings, *said)
            _refuse(found if self._strict else ())
            warnings = [acknowledged.as_data(each, self._acknowledged_by) for each in found]
            placed = {**settings, "target": str(request.target.resolve())}
            made = record(self._record, request.product, placed, counts, files, warnings)
            recorded = unfinished.recorded(self._database, made, self._record.parts, request.target)
            with recorded as run_id:
                product.swap_in()
        return Outcome(run_id, files, counts, tuple(each.sentence for each in found))


def _snapshot(
    session: Session, letter_id: int, choices: Choices, makers: Sequence[Exporter]
) -> Snapshot:
    """What the products are made of. Those that need no confirmation take the draft where there is none yet."""
    letter = letters.get(session, letter_id)
    confirmed = choices.version is not None or versions.printable(session, letter) is not None
    if not confirmed and not any(maker.content.needs_confirmed for maker in makers):
        choices = replace(choices, draft=True)
    answers = any(maker.product == "sign-ons" for maker in makers)
    return take(session, letter_id, choices, answers=answers)


def _look_over(snapshot: Snapshot, makers: Sequence[Exporter]) -> list[Finding]:
    """What cannot be made, then what is found in what can."""
    return [*impossible(snapshot, makers), *preflight.check(snapshot, aims_of(makers))]


def _refuse_names(snapshot: Snapshot, makers: Iterable[Exporter]) -> None:
    """Raise Refused for a pattern of file names that cannot be read, where there are to be many files."""
    if any(maker.separate for maker in makers):
        Naming(snapshot.run.naming, snapshot.known_fields, snapshot.text.language)


def _refuse(blocking: Sequence[Finding]) -> None:
    if blocking:
        raise Refused(N_("Nothing was made."), details=[finding.sentence for finding in blocking])
