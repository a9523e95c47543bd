"""Writes an import plan into the workspace: one action, all of it or nothing, each record with where it came from."""

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from sqlalchemy import insert

from signatories.database import Unit
from signatories.errors import Refused
from signatories.imports import apply_recipients, apply_sign_ons, apply_treaty
from signatories.imports.decisions import Written, warnings_about
from signatories.imports.plan import latest_change, subject_of
from signatories.imports.plan_treaty import TreatyMaking
from signatories.imports.planned import ImportPlan, State
from signatories.models import Import, ImportedRecord
from signatories.progress import SILENT, Progress
from signatories.texts import N_, Message

MESSAGE = N_("Import {subject} from {import}")
"""What an import is called in the history: `subject` is the plan's kind, `import` the id of its record."""

_WRITERS: Mapping[str, Callable[[Unit, ImportPlan, Progress], Written]] = {
    "sign-ons": apply_sign_ons.write,
    "recipients": apply_recipients.write,
    "treaty": apply_treaty.write,
}


@dataclass(frozen=True, slots=True)
class ImportResult:
    """What an import did. Without an id it wrote nothing."""

    import_id: int | None
    added: int
    updated: int
    same: int
    left_out: int
    errors: int
    warnings: tuple[Message, ...]

    @property
    def is_done(self) -> bool:
        """Whether any row was applied, or none had to be refused."""
        return self.import_id is not None or not self.errors

    @property
    def counts(self) -> dict[str, int]:
        """How many rows became what; together all rows of the file."""
        names = ("added", "updated", "same", "left_out")
        return {name: getattr(self, name) for name in names}


def apply(unit: Unit, plan: ImportPlan, progress: Progress = SILENT) -> ImportResult:
    """Write what the plan says, in an action under MESSAGE.

    When all is there already, nothing is written, not even a record of the import. Raises Refused when the workspace
    has changed since the plan was made.
    """
    if plan.seen_change != latest_change(unit.session):
        raise Refused(
            N_("The workspace has changed since these rows were compared. Compare them again.")
        )
    written = _WRITERS[plan.kind](unit, plan, progress) if _has_work(plan) else Written()
    unit.session.flush()
    same = plan.counts[State.SAME.value]
    left_out = len(plan.rows) - same - written.added - written.updated
    return ImportResult(
        _record(unit, plan, written) if unit.change_set_id is not None else None,
        written.added,
        written.updated,
        same,
        left_out,
        plan.counts[State.ERROR.value],
        (*plan.warnings, *warnings_about(plan)),
    )


def _has_work(plan: ImportPlan) -> bool:
    brings_states = isinstance(plan.made, TreatyMaking) and bool(plan.made.states)
    return brings_states or any(row.state not in (State.SAME, State.ERROR) for row in plan.rows)


def _record(unit: Unit, plan: ImportPlan, written: Written) -> int:
    """Record the import, and for each record the line it came from."""
    made = Import(
        change_set_id=unit.recorder.begin(),
        at=dt.datetime.now(dt.UTC),
        subject=subject_of(plan.kind),
        letter_id=plan.request.letter_id,
        source_name=str(plan.source.name),
        source_digest=plan.source.digest,
        source_format=plan.source.format,
        encoding=plan.source.encoding,
        sheet=plan.source.sheet,
        mapping=dict(plan.mapping),
        counts=plan.counts,
    )
    unit.session.add(made)
    unit.session.flush()
    unit.about(**{"subject": plan.kind, "import": made.id})
    names = ("subject", "row_id", "line", "digest")
    rows = [
        {"import_id": made.id, **dict(zip(names, each, strict=True))} for each in written.records
    ]
    if rows:
        unit.session.execute(insert(ImportedRecord), rows)
    return made.id
