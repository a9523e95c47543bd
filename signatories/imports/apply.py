"""Writes an import plan into the workspace: one action, all of it or nothing, each record with where it came from."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from signatories.database import Unit
from signatories.errors import Refused
from signatories.imports.applying import directory, recipients, replies, sign_ons, treaty
from signatories.imports.decisions import warnings_about
from signatories.imports.planned import ImportPlan
from signatories.imports.planning.treaty import TreatyMaking
from signatories.imports.verdicts import State
from signatories.imports.written import Written
from signatories.lasting import many_objects
from signatories.progress import SILENT, Progress
from signatories.recording import last_hash
from signatories.texts import N_, Message

MESSAGE = N_("Import {subject} from {import}")
"""What an import is called in the history: `subject` is the plan's kind, `import` the id of its record."""

_WRITERS: Mapping[str, Callable[[Unit, ImportPlan, Written, Progress], None]] = {
    "sign-ons": sign_ons.write,
    "recipients": recipients.write,
    "replies": replies.write,
    "treaty": treaty.write,
    "organisations": directory.write,
    "people": directory.write,
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
        """Whether any row was applied or there already, or none had to be refused."""
        return self.import_id is not None or self.same > 0 or not self.errors

    @property
    def counts(self) -> dict[str, int]:
        """How many rows became what; together all rows of the file."""
        names = ("added", "updated", "same", "left_out")
        return {name: getattr(self, name) for name in names}


@many_objects()
def apply(unit: Unit, plan: ImportPlan, progress: Progress = SILENT) -> ImportResult:
    """Write what the plan says, in an action under MESSAGE.

    When all is there already, nothing is written, not even a record of the import. Raises Refused when the workspace
    has changed since the plan was made.
    """
    if plan.seen != last_hash(unit.session):
        raise Refused(
            N_("The workspace has changed since these rows were compared. Compare them again.")
        )
    written = Written(unit, plan)
    if _has_work(plan):
        _WRITERS[plan.kind](unit, plan, written, progress)
        written.store()
    same = plan.rows.count_of(State.SAME)
    return ImportResult(
        written.import_id,
        written.added,
        written.updated,
        same,
        len(plan.rows) - same - written.added - written.updated,
        plan.rows.count_of(State.ERROR),
        (*plan.warnings, *warnings_about(plan)),
    )


def _has_work(plan: ImportPlan) -> bool:
    is_news = isinstance(plan.made, TreatyMaking) and plan.made.is_news
    idle = plan.rows.count_of(State.SAME) + plan.rows.count_of(State.ERROR)
    return is_news or idle < len(plan.rows)
