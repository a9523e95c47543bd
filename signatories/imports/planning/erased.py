"""Asks about rows of people who were erased for good: nobody comes back without somebody having looked."""

from collections.abc import Callable, Mapping
from typing import Any

from signatories.erased_people import ErasedPeople
from signatories.imports.planned_rows import Cells, PlannedRows, Planner, ReadRow, Verdict
from signatories.texts import N_, Message, message

_NAMING = ("name", "person", "email")  # fields


class AskingOfErased:
    """A planner that asks a further question about each row of somebody who was erased."""

    def __init__(self, planner: Planner, erased: ErasedPeople) -> None:
        self._planner = planner
        self._erased = erased

    @property
    def subject(self) -> str:
        """What a row makes."""
        return self._planner.subject

    @property
    def places(self) -> tuple[str, ...]:
        """The fields of an entry that hold references."""
        return self._planner.places

    @property
    def made(self) -> Any:
        """What the rows bring beside themselves."""
        return self._planner.made

    def read(self, cells: Cells) -> ReadRow:
        """Read a row by itself, and ask whether it is to come back."""
        row = self._planner.read(cells)
        question = self._question(row.fields)
        return row._replace(problems=(*row.problems, question)) if question else row

    def decide(self, line: int, row: ReadRow, earlier: Callable[[int], Any]) -> Verdict:
        """Compare a row with the workspace and the rows before it."""
        return self._planner.decide(line, row, earlier)

    def name(self, entry: Any) -> str:
        """What a row is called."""
        return self._planner.name(entry)

    def warnings(self, rows: PlannedRows) -> list[Message]:
        """What a reader of the plan should know beside its rows."""
        return self._planner.warnings(rows)

    def _question(self, fields: Mapping[str, str]) -> Message | None:
        day = self._erased.erased_on(*(fields.get(name, "") for name in _NAMING))
        if day is None:
            return None
        text = N_("Somebody of this name or address was erased on {day}, as they had asked.")
        return message(text, day=day.isoformat())
