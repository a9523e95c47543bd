"""Looking at an import before it happens: what is read, how, and the plan that comes of it. No widgets."""

from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from signatories.database import Database
from signatories.imports import plan
from signatories.imports.plan_treaty import TreatyMaking
from signatories.imports.planned import ImportPlan, ImportRequest, OnDuplicate, State
from signatories.imports.tables import find_table
from signatories.progress import Progress
from signatories.sources import opening
from signatories.sources.documents import How, Source


@dataclass(frozen=True, slots=True)
class Reading:
    """What to read, a file or pasted text, and everything that was chosen about it."""

    path: Path | None = None
    text: str = ""
    encoding: str | None = None  # None: found by looking
    request: ImportRequest = field(default_factory=ImportRequest)

    @property
    def name(self) -> str:
        """What is read: a file's name, empty for pasted text."""
        return self.path.name if self.path else ""

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to read yet."""
        return self.path is None and not self.text.strip()

    def asking(self, **choices: Any) -> "Reading":
        """Return the same reading with other choices in its request."""
        return replace(self, request=replace(self.request, **choices))

    def with_column(self, column: str, field: str) -> "Reading":
        """Return the same reading with a column taken as a field; an empty one leaves it out."""
        return self.asking(overrides={**self.request.overrides, column: field})

    def source(self) -> Source:
        """Read. Raises UnreadableFile."""
        if self.path is not None:
            return opening.open_file(self.path, How(encoding=self.encoding))
        return opening.open_text(self.text)


@dataclass(frozen=True, slots=True)
class Look:
    """What was read, and what importing it would do."""

    source: Source
    headers: tuple[str, ...]
    plan: ImportPlan

    @property
    def to_write(self) -> int:
        """How many rows would change something."""
        counts = self.plan.counts
        skipped = self.plan.request.on_duplicate is OnDuplicate.SKIP
        questions = 0 if skipped else counts[State.DUPLICATE.value]
        return counts[State.NEW.value] + counts[State.UPDATE.value] + questions

    @property
    def brings_states(self) -> bool:
        """Whether a treaty table adds States that it does not name."""
        made = self.plan.made
        return isinstance(made, TreatyMaking) and bool(made.states)


def look(database: Database, asked: Reading, progress: Progress) -> Look:
    """Read and plan; nothing is written."""
    source = asked.source()
    with database.reading() as session:
        planned = plan.build(session, source, asked.request, progress)
    table = find_table(source, planned.mapping) if planned.mapping else None
    return Look(source, table.headers if table else (), planned)
