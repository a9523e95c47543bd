"""What an import would do, row by row, as plain data: nothing of it has happened yet."""

import enum
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from signatories.imports.columns.column import Column
from signatories.imports.lines.corrections import Correction
from signatories.imports.planned_rows import PlannedRows
from signatories.imports.tables.cleaning import Proposal
from signatories.imports.tables.filling import FillDown
from signatories.imports.tables.left_out import LeftOut
from signatories.imports.verdicts import State
from signatories.models import Capacity
from signatories.texts import Message


class OnDuplicate(enum.Enum):
    """What becomes of rows that may be a record already: ask and keep add them, ask keeps the question open."""

    ASK = "ask"
    SKIP = "skip"
    UPDATE = "update"
    FILL = "fill"
    KEEP = "keep"


@dataclass(frozen=True, slots=True)
class ImportRequest:
    """What somebody asked for. `as_` is what the rows are, such as "sign-ons", or None to see from the columns.

    `choices` say what becomes of single rows, by line, in place of `on_duplicate`: SKIP leaves any row out.
    `header_line` is where the columns are named, 0: nowhere, None: to be found. `fill_down` names the columns whose
    empty cells mean the one above, None: those that surely do. `repairs` are the kinds of repair agreed to.
    `confirm` makes a mail's yes a confirmation, with that mail as the proof; `answers` are the answers, by line, that
    somebody who read the mails chose in place of those proposed. `corrections` say how lines of one shape are to be
    taken apart. `typed` are texts that somebody typed in place of a row's own, by field, by line.
    """

    as_: str | None = None
    letter_id: int | None = None
    overrides: Mapping[str, str] = field(default_factory=dict)
    on_duplicate: OnDuplicate = OnDuplicate.ASK
    capacity: Capacity | None = None
    instrument: str | None = None
    choices: Mapping[int, OnDuplicate] = field(default_factory=dict)
    confirm: bool = False
    answers: Mapping[int, str] = field(default_factory=dict)
    header_line: int | None = None
    fill_down: frozenset[str] | None = None
    repairs: frozenset[str] = frozenset()
    corrections: Mapping[str, Correction] = field(default_factory=dict)
    typed: Mapping[int, Mapping[str, str]] = field(default_factory=dict)

    @property
    def kept(self) -> list[int]:
        """The lines that come in whatever they are taken for."""
        return [line for line, choice in self.choices.items() if choice is OnDuplicate.KEEP]


@dataclass(frozen=True, slots=True)
class SourceInfo:
    """Where the rows come from."""

    name: str
    format: str
    encoding: str
    sheet: str | None
    header_row: int | None
    digest: str


@dataclass(frozen=True, slots=True)
class ImportPlan:
    """All that an import would do. `kind` is what the rows are, such as "sign-ons".

    `columns` are those of a table, what is left out included; a list of lines has none. `made` is what rows bring
    beside themselves: for sign-ons and people the directory that they were compared with, for a treaty its title and
    the States to add. `seen` is the end of the log's chain when it was compared: no other state of a workspace has it.
    """

    kind: str
    source: SourceInfo
    request: ImportRequest
    mapping: Mapping[str, str]
    rows: PlannedRows
    warnings: tuple[Message, ...] = ()
    made: Any = None
    seen: str = ""
    columns: tuple[Column, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    fills: tuple[FillDown, ...] = ()
    proposals: tuple[Proposal, ...] = ()

    @property
    def counts(self) -> dict[str, int]:
        """How many rows are in each state; together all rows of the file."""
        return {state.value: self.rows.count_of(state) for state in State}

    def as_json(self) -> dict[str, Any]:
        """The plan as `import --dry-run --json` prints it."""
        source = self.source
        return {
            "source": {
                "name": str(source.name),
                "format": source.format,
                "encoding": source.encoding,
                "sheet": source.sheet,
                "header_row": source.header_row,
            },
            "as": self.kind,
            "mapping": dict(self.mapping),
            "columns": [column.as_json() for column in self.columns],
            "counts": self.counts,
            "rows": [row.as_json() for row in self.rows],
            "warnings": [str(warning) for warning in self.warnings],
            "left_out": [row.as_json() for row in self.left_out],
            "fill_down": [fill.as_json() for fill in self.fills],
            "proposals": [proposal.as_json() for proposal in self.proposals],
        }
